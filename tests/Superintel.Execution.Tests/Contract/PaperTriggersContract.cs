using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Contract;

/// <summary>Orders that wait at the paper venue, over each kind of book; every match is by a service that has just begun.</summary>
[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class PaperTriggersContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    private static readonly OrderReference Reference = new("paper", "paper", new ClientOrderId("o1"), Pair.A, null, Start);

    private readonly SettableClock clock = new(Start);

    [SetUp]
    public void SetClock() => clock.Set(Start);

    [Test]
    public async Task Order_comes_back_from_the_book_as_it_was([Values] OrderType type, [Values] TimeInForce time)
    {
        var ticket = Ticket(time: time) with
        {
            Type = type, LimitPrice = 39.5m, StopPrice = 41.25m, TrailingAmount = 0.75m, GoodTillDate = Start.AddDays(3),
        };
        await Stores.Paper.Save(PaperOrder.Accept(ticket, Start, 2), default);
        var found = (await Stores.Paper.Find(ticket.ClientOrderId, default))!;

        Assert.That(found.Ticket, Is.EqualTo(ticket));
        Assert.That(found.Trigger, Is.EqualTo(PaperTrigger.Of(ticket)));
    }

    [Test]
    public async Task Stop_limit_that_was_triggered_stays_so_over_a_restart()
    {
        await Broker().Submit(Stop(Side.Buy, 41.8m, 41.2m), default);
        var first = await Day(1, Bar(Ko, 41m, 42m, 40m, 41.5m));
        var kept = (await Stores.Paper.Working(default)).Single().Trigger;
        var second = await Day(2, Bar(Ko, 39m, 40m, 38m, 39m));

        Assert.That(first, Is.Empty);
        Assert.That(kept, Is.EqualTo(new PaperTrigger(41.8m, Start.AddDays(1), true)));
        Assert.That(second.Parts(), Is.EqualTo(new[] { (100m, 39m) }));
    }

    [Test]
    public async Task Trailing_stop_keeps_its_stop_over_a_restart_and_over_bars_that_come_again()
    {
        await Broker().Submit(Trailing(Side.Sell, 1.2m), default);
        var rising = Bar(Ko, 41m, 42m, 40m, 41.5m);
        var (first, again) = (await Day(1, rising), await Day(1, rising));
        var kept = (await Stores.Paper.Working(default)).Single().Trigger;
        var (third, late) = (await Day(2, Bar(Ko, 41m, 41.2m, 40.5m, 41m)), await Day(1, rising));

        Assert.That((first.Count, again.Count, late.Count), Is.EqualTo((0, 0, 0)));
        Assert.That(kept, Is.EqualTo(new PaperTrigger(40.8m, Start.AddDays(1), false)));
        Assert.That(third.Parts(), Is.EqualTo(new[] { (100m, 40.8m) }));
        Assert.That((await Broker().Snapshot(default)).Positions.Single().Quantity, Is.EqualTo(-100m));
    }

    [Test]
    public async Task Stop_is_filled_by_the_quote_that_triggers_it_and_shares_the_touch()
    {
        await Broker().Submit(Stop(Side.Buy, 40.05m), default);
        await Broker().Submit(Stop(Side.Buy, 40.06m, id: "o2"), default);
        var quote = Told(1, 40.1m, 40.2m, askSize: 150m);
        var once = await At(quote);
        var again = await At(quote);

        Assert.That(once.Parts(), Is.EqualTo(new[] { (100m, 40.2m), (50m, 40.2m) }));
        Assert.That(again, Is.Empty);
        Assert.That((await At(Told(2, 39m, 39.1m))).Parts(), Is.EqualTo(new[] { (50m, 39.1m) }));
    }

    [Test]
    public async Task Immediate_order_is_over_with_its_first_quote()
    {
        await Broker().Submit(Ticket(time: TimeInForce.ImmediateOrCancel), default);
        var told = await At(Told(1, askSize: 60m));
        var found = (QueryOutcome.Found)await Broker().Query(Reference, default);

        Assert.That(told.Select(one => one.GetType()), Is.EqualTo(new[] { typeof(BrokerEvent.Filled), typeof(BrokerEvent.Canceled) }));
        Assert.That((found.Order.Status, found.Order.Fills.Single().Quantity.Value), Is.EqualTo((BrokerOrderStatus.Canceled, 60m)));
        Assert.That(await At(Told(1, askSize: 60m)), Is.Empty);
    }

    [Test]
    public async Task Good_till_date_order_is_over_when_the_clock_has_passed_its_date_though_no_price_came()
    {
        await Broker().Submit(Ticket(time: TimeInForce.GoodTillDate) with { GoodTillDate = Start.AddHours(1) }, default);
        clock.Set(Start.AddHours(1));
        var still = (await Broker().Snapshot(default)).WorkingOrders;
        clock.Set(Start.AddHours(1).AddSeconds(1));
        var found = (QueryOutcome.Found)await Broker().Query(Reference, default);

        Assert.That((still.Count, found.Order.Status), Is.EqualTo((1, BrokerOrderStatus.Expired)));
        Assert.That((await Broker().Snapshot(default)).WorkingOrders, Is.Empty);
        Assert.That(await Broker().Cancel(Reference, default), Is.TypeOf<CancelOutcome.Refused>());
    }

    [Test]
    public async Task Good_till_date_order_s_end_is_told_once_with_the_next_bar_of_any_instrument()
    {
        await Broker().Submit(Ticket(time: TimeInForce.GoodTillDate) with { GoodTillDate = Start.AddHours(1) }, default);
        clock.Set(Start.AddDays(1));
        var told = await Day(1, Bar(Pg, 80m, 81m, 79m, 80m));

        Assert.That(told, Is.EqualTo(new[]
        {
            new BrokerEvent.Expired(new ClientOrderId("o1"), Start.AddHours(1), "The order's date has come."),
        }));
        Assert.That(await Day(1, Bar(Ko, 41m, 42m, 40m, 41m)), Is.Empty);
    }

    [Test]
    public async Task Order_at_the_close_fills_at_the_close_of_the_day()
    {
        await Broker().Submit(AtClose(Side.Sell), default);

        Assert.That((await Day(1, Bar(Ko, 41m, 42m, 40m, 41.5m))).Parts(), Is.EqualTo(new[] { (100m, 41.5m) }));
    }

    private async Task<List<BrokerEvent>> Day(int day, ClosedBar bar)
    {
        var broker = Broker();
        await broker.Match(Slice(Start.AddDays(day), bar), default);
        return await Told(broker);
    }

    private async Task<List<BrokerEvent>> At(Quote quote)
    {
        clock.Set(quote.At);
        var broker = Broker();
        await broker.Match([quote], default);
        return await Told(broker);
    }

    private PaperBroker Broker() => new(Stores.Paper, PaperModels.From(Free), clock);
}
