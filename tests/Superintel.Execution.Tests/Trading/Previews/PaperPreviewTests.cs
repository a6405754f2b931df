using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Trading.Previews;

public sealed class PaperPreviewTests : PreviewContract
{
    private int tickets;

    protected override IBroker Broker => broker;

    protected override IOrderPreview Preview => At(new PaperOptions());

    private PaperBroker broker = null!;

    [SetUp]
    public void Open() => broker = new PaperBroker(new MemoryPaperBook(), PaperModels.From(new PaperOptions()), TimeProvider.System);

    [Test]
    public async Task Commission_is_the_fee_model_s()
    {
        var told = (PreviewOutcome.Told)await Preview.Preview(Limit(), default);
        Assert.That(told.Cost.Commission, Is.EqualTo(new CommissionEstimate(0.6m, null, null, Currency.Usd)));
        Assert.That((told.Cost.InitialMargin, told.Cost.Warning), Is.EqualTo(((MarginEffect?)null, "")));
    }

    [TestCase("basis-points", null)]
    [TestCase("none", 0d)]
    [TestCase("per-unit", 1d)]
    public async Task Fee_of_a_market_order_is_told_where_it_does_not_depend_on_the_price(string fees, double? amount)
    {
        var market = Limit() with { Type = OrderType.Market, LimitPrice = null };
        var told = (PreviewOutcome.Told)await At(new PaperOptions { Fees = fees }).Preview(market, default);
        Assert.That(told.Cost.Commission?.Amount, Is.EqualTo((decimal?)amount));
        Assert.That(told.Cost.Warning.Length > 0, Is.EqualTo(amount is null));
    }

    [Test]
    public async Task Order_is_refused_when_the_venue_would_refuse_it(
        [Values] OrderType type, [Values] TimeInForce lasting, [Values] bool hasLimit)
    {
        var ticket = Limit() with { Type = type, TimeInForce = lasting, LimitPrice = hasLimit ? 60m : null };
        var asked = await Preview.Preview(ticket, default);
        var sent = await broker.Submit(ticket, default);
        Assert.That((asked as PreviewOutcome.Refused)?.Code, Is.EqualTo((sent as SubmitOutcome.Rejected)?.Code));
    }

    protected override OrderTicket Limit() => new(
        PaperBroker.VenueName, "paper", new ClientOrderId($"o{++tickets}"), InstrumentId.Parse(Ko), AssetClass.Equity, 1m, Side.Buy,
        new Quantity(100m), OrderType.Limit, 60m, TimeInForce.GoodTillCancel, Currency.Usd, Start);

    private static PaperPreview At(PaperOptions options) => new(PaperModels.From(options), TimeProvider.System);
}
