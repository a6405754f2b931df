using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>What the paper venue does not take, and why.</summary>
public sealed class PaperRefusalTests
{
    private QuotedInstruments quoted = null!;

    [SetUp]
    public void Open() => quoted = new QuotedInstruments(Free);

    private static IEnumerable<TestCaseData> Senseless()
    {
        yield return new(Ticket() with { Type = OrderType.Limit }, "limit-price-missing");
        yield return new(Stop(Side.Buy, 41m) with { StopPrice = null }, "stop-price-missing");
        yield return new(Stop(Side.Buy, 41m, 42m) with { StopPrice = null }, "stop-price-missing");
        yield return new(Stop(Side.Buy, 41m, 42m) with { LimitPrice = null }, "limit-price-missing");
        yield return new(AtClose(Side.Buy, 41m) with { LimitPrice = null }, "limit-price-missing");
        yield return new(Trailing(Side.Sell, 1m) with { TrailingAmount = null }, "trailing-price-missing");
        yield return new(Trailing(Side.Sell, 0m), "price-invalid");
        yield return new(Ticket(time: TimeInForce.GoodTillDate), "date-missing");
        yield return new(Ticket(time: TimeInForce.GoodTillDate) with { GoodTillDate = Start }, "date-past");
        yield return new(AtClose(Side.Buy) with { TimeInForce = TimeInForce.ImmediateOrCancel }, "order-type-unsupported");
        yield return new(Ticket(quantity: 0m), "zero-quantity");
    }

    [TestCaseSource(nameof(Senseless))]
    public async Task Order_without_sense_is_refused_with_its_reason(OrderTicket ticket, string code)
    {
        var refused = (SubmitOutcome.Rejected)await Broker().Submit(ticket, default);

        Assert.That((refused.Code, refused.Text.Length > 10), Is.EqualTo((code, true)));
    }

    [Test]
    public async Task Every_type_is_taken_for_every_time_that_suits_it([Values] OrderType type, [Values] TimeInForce time)
    {
        var ticket = Ticket(time: time) with
        {
            Type = type, LimitPrice = 40m, StopPrice = 41m, TrailingAmount = 1m, GoodTillDate = Start.AddDays(1),
        };
        var senseless = type is OrderType.MarketOnClose or OrderType.LimitOnClose && time == TimeInForce.ImmediateOrCancel;

        Assert.That(await Broker().Submit(ticket, default) is SubmitOutcome.Accepted, Is.Not.EqualTo(senseless));
    }

    [Test]
    public async Task Order_at_the_close_of_an_instrument_that_has_quotes_is_refused()
    {
        quoted.Hear([Told(0)], Start);
        var refused = (SubmitOutcome.Rejected)await Broker().Submit(AtClose(Side.Buy), default);

        Assert.That((refused.Code, refused.Text.Contains(Ko, StringComparison.Ordinal)), Is.EqualTo(("session-unknown", true)));
    }

    private PaperBroker Broker() => new(new MemoryPaperBook(), PaperModels.From(Free), new SettableClock(Start), quoted);
}
