using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

public sealed class TwsRulesTests
{
    [TestCase("20251120 15:31:02 US/Eastern", "2025-11-20T20:31:02Z")]
    [TestCase("20250708 02:34:46 America/New_York", "2025-07-08T06:34:46Z")]
    [TestCase("20230224  12:04:56", "2023-02-24T12:04:56Z")]
    public void Time_is_read_with_a_zone_and_without(string text, string utc)
    {
        Assert.That(TwsTime.TryParse(text, TimeZoneInfo.Utc, out var time), Is.True);
        Assert.That(time, Is.EqualTo(DateTimeOffset.Parse(utc)));
    }

    [TestCase("")]
    [TestCase("20251120")]
    [TestCase("yesterday at noon")]
    [TestCase("20250309 02:30:00 America/New_York")]
    [TestCase("20251120 15:31:02 Mars/Olympus")]
    [TestCase("99991231 23:59:59")]
    [TestCase("99991231 23:59:59 US/Eastern")]
    public void What_is_no_time_is_refused(string text) => Assert.That(TwsTime.TryParse(text, TimeZoneInfo.Utc, out _), Is.False);

    // Summer and winter, and the first minutes of the hours.
    [TestCase("2026-07-02T03:44:59Z", null)]
    [TestCase("2026-07-02T03:45:00Z", "nightly-reset")]
    [TestCase("2026-07-02T04:44:59Z", "nightly-reset")]
    [TestCase("2026-07-02T04:45:00Z", null)]
    [TestCase("2026-01-15T04:45:00Z", "nightly-reset")]
    [TestCase("2026-01-15T03:50:00Z", null)]
    [TestCase("2026-07-05T05:10:00Z", "weekly-login")]
    [TestCase("2026-07-06T05:10:00Z", null)]
    public void Planned_outage_is_known_in_New_Yorks_time(string utc, string? outage) =>
        Assert.That(new OutageCalendar().At(DateTimeOffset.Parse(utc)), Is.EqualTo(outage));

    [TestCase(201, true, TwsErrorClass.OrderRejected)]
    [TestCase(110, true, TwsErrorClass.OrderRejected)]
    [TestCase(434, true, TwsErrorClass.OrderRejected)]
    [TestCase(200, true, TwsErrorClass.OrderRejected)]
    [TestCase(200, false, TwsErrorClass.Request)]
    [TestCase(202, true, TwsErrorClass.OrderCanceled)]
    [TestCase(399, true, TwsErrorClass.OrderWarning)]
    [TestCase(404, true, TwsErrorClass.OrderWarning)]
    [TestCase(103, true, TwsErrorClass.DuplicateOrderId)]
    [TestCase(161, true, TwsErrorClass.CancelRefused)]
    [TestCase(10148, true, TwsErrorClass.CancelRefused)]
    [TestCase(322, true, TwsErrorClass.Doubtful)]
    [TestCase(1100, false, TwsErrorClass.ConnectionLost)]
    [TestCase(1101, false, TwsErrorClass.RestoredDataLost)]
    [TestCase(1102, false, TwsErrorClass.RestoredDataKept)]
    [TestCase(326, false, TwsErrorClass.Fatal)]
    [TestCase(2104, false, TwsErrorClass.FarmUp)]
    [TestCase(2107, false, TwsErrorClass.FarmIdle)]
    [TestCase(2108, false, TwsErrorClass.FarmIdle)]
    [TestCase(2119, false, TwsErrorClass.FarmDown)]
    [TestCase(2150, false, TwsErrorClass.Information)]
    [TestCase(2103, false, TwsErrorClass.FarmDown)]
    [TestCase(317, false, TwsErrorClass.DepthReset)]
    [TestCase(354, false, TwsErrorClass.NoPermission)]
    public void Number_is_sorted_by_what_it_asks_of_us(int code, bool aboutOrder, TwsErrorClass expected) =>
        Assert.That(TwsErrors.Classify(code, aboutOrder), Is.EqualTo(expected));

    [TestCase("0000e0d5.691f2a11.01.01", "0000e0d5.691f2a11.01", 1)]
    [TestCase("0000e0d5.691f2a11.01.02", "0000e0d5.691f2a11.01", 2)]
    [TestCase("U+1", "U+1", 1)]
    public void Correction_is_the_same_execution(string id, string stem, int revision) =>
        Assert.That(ExecutionIdentity.Of(id), Is.EqualTo(new ExecutionIdentity(stem, revision)));

    [TestCase(true)]
    [TestCase(false)]
    public void Execution_and_commission_meet_whichever_comes_first(bool executionFirst)
    {
        var join = new ExecutionJoin(new VirtualClock(DateTimeOffset.UnixEpoch), TimeSpan.FromSeconds(5));
        var (details, commission) = (Details("a.01"), new CommissionReport("a.01", 1m, "USD", null, null, 0));
        Assert.That(executionFirst ? join.Add(details) : join.Add(commission), Is.Null);
        var whole = executionFirst ? join.Add(commission) : join.Add(details);
        Assert.That(whole, Is.EqualTo(new PricedExecution(details, commission)));
        Assert.That(join.All(), Is.Empty);
    }

    [Test]
    public void Execution_whose_commission_stays_away_is_told_alone()
    {
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        var join = new ExecutionJoin(clock, TimeSpan.FromSeconds(5));
        join.Add(Details("a.01"));
        Assert.That(join.Overdue(), Is.Empty);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(join.Overdue().Single().Commission, Is.Null);
        Assert.That(join.Overdue(), Is.Empty);
    }

    [Test]
    public void Commission_that_comes_after_its_execution_was_told_alone_tells_it_again()
    {
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        var join = new ExecutionJoin(clock, TimeSpan.FromSeconds(5));
        join.Add(Details("a.01"));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(join.Overdue().Single().Commission, Is.Null);
        clock.Advance(TimeSpan.FromSeconds(15));

        var late = new CommissionReport("a.01", 1m, "USD", null, null, 0);
        Assert.That(join.Add(late), Is.EqualTo(new PricedExecution(Details("a.01"), late)));
        Assert.That(join.All(), Is.Empty);
    }

    [TestCase(4001)]
    [TestCase(7496)]
    public void Live_port_is_refused_unless_told_twice(int port)
    {
        var once = new TwsOptions { Port = port, Account = "U7654321", Live = true };
        Assert.That(once.Validate, Throws.ArgumentException);
        Assert.That((once with { Live = false, ConfirmLiveAccount = "U7654321" }).Validate, Throws.ArgumentException);
        Assert.That((once with { ConfirmLiveAccount = "U7654321" }).Validate, Throws.Nothing);
    }

    [Test]
    public void Options_say_where_and_never_whose() =>
        Assert.That(new TwsOptions { Account = "DU7654321", ConfirmLiveAccount = "DU7654321" }.ToString(), Does.Not.Contain("7654321"));

    [Test]
    public void Order_id_is_above_all_that_were_seen()
    {
        var ids = new OrderIds();
        ids.AtLeast(5);
        ids.Seen(41);
        ids.AtLeast(7);
        Assert.That((ids.Take(), ids.Take()), Is.EqualTo((42, 43)));
    }

    [Test]
    public void Order_id_above_which_there_is_none_is_refused_clearly()
    {
        var ids = new OrderIds();
        ids.Seen(int.MaxValue);
        Assert.That(ids.Take, Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.Code)).EqualTo("order-ids-exhausted"));
    }

    [Test]
    public void Requests_take_no_number_of_an_order_of_ours_and_orders_none_of_a_request()
    {
        var ids = new OrderIds();
        var first = ids.TakeRequest();
        ids.Own(first + 1);
        var numbers = Enumerable.Range(0, 100).SelectMany(_ => new[] { ids.TakeRequest(), ids.Take() }).Append(first).ToArray();
        Assert.That(numbers, Is.Unique.And.No.Member(first + 1));
    }

    [Test]
    public void Zone_that_the_machine_lacks_is_no_UTC()
    {
        Assert.That(() => TwsTime.Zone("Mars/Olympus"), Throws.InstanceOf<TimeZoneNotFoundException>());
        Assert.That(TwsTime.Zone("US/Eastern").Id, Is.EqualTo("America/New_York"));
    }

    private static ExecutionDetails Details(string id) => new(
        -1, 1, TwsContract.Stock("KO", "USD"), id, "20260701 12:00:00 UTC", "DU1", "NYSE", "BOT", 1m, 60m, 9, 7, 1m, 60m, "o-1");
}
