using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

/// <summary>The broker port, held by the paper venue over each kind of book.</summary>
[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class PaperBrokerContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    private readonly SettableClock clock = new(Start);

    [SetUp]
    public void SetClock() => clock.Set(Start);

    [Test]
    public async Task Order_submitted_twice_is_one_order()
    {
        var first = await Broker().Submit(Ticket(), default);
        var second = await Broker().Submit(Ticket(), default);

        Assert.That(second, Is.EqualTo(first).And.TypeOf<SubmitOutcome.Accepted>());
        Assert.That((await Broker().Snapshot(default)).WorkingOrders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_the_venue_cannot_take_is_rejected() =>
        Assert.That(await Broker().Submit(Ticket() with { Type = OrderType.Limit }, default), Is.TypeOf<SubmitOutcome.Rejected>());

    [Test]
    public async Task Order_survives_a_restart_fills_and_is_told_once()
    {
        await Broker().Submit(Ticket(), default);
        var restarted = Broker();
        await restarted.Match(Slice(Start.AddDays(1), Bar(Ko, 41m, 42m, 40m, 41m)), default);
        var told = await Told(restarted);

        Assert.That(told.OfType<BrokerEvent.Filled>().Single().Price, Is.EqualTo(41m));
        Assert.That(await Told(restarted), Is.Empty);
        Assert.That((await Broker().Snapshot(default)).Positions.Single(), Is.EqualTo(new BrokerPosition("paper", "paper", Pair.A, 100m)));
    }

    [Test]
    public async Task Slice_played_again_after_a_restart_fills_nothing_more()
    {
        await Broker().Submit(Ticket(), default);
        var slice = Slice(Start.AddDays(1), Bar(Ko, 41m, 42m, 40m, 41m));
        await Broker().Match(slice, default);
        var restarted = Broker();
        await restarted.Match(slice, default);

        Assert.That(await Told(restarted), Is.Empty);
    }

    [Test]
    public async Task Query_gives_the_order_with_its_fills()
    {
        await Broker().Submit(Ticket(), default);
        await Broker().Match(Slice(Start.AddDays(1), Bar(Ko, 41m, 42m, 40m, 41m)), default);

        var found = (QueryOutcome.Found)await Broker().Query(Reference(), default);

        Assert.That(found.Order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
        Assert.That(found.Order.Fills.Single().Quantity.Value, Is.EqualTo(100m));
    }

    [Test]
    public async Task Query_for_an_order_it_never_had_is_proof() =>
        Assert.That(await Broker().Query(Reference(), default), Is.TypeOf<QueryOutcome.NotPlaced>());

    [Test]
    public async Task Cancel_ends_a_working_order_and_may_be_repeated()
    {
        await Broker().Submit(Ticket(), default);

        Assert.That(await Broker().Cancel(Reference(), default), Is.TypeOf<CancelOutcome.Canceled>());
        Assert.That(await Broker().Cancel(Reference(), default), Is.TypeOf<CancelOutcome.Canceled>());
        Assert.That((await Broker().Snapshot(default)).WorkingOrders, Is.Empty);
    }

    [Test]
    public async Task Cancel_of_a_filled_or_unknown_order_is_refused()
    {
        Assert.That(await Broker().Cancel(Reference(), default), Is.TypeOf<CancelOutcome.Refused>());
        await Broker().Submit(Ticket(), default);
        await Broker().Match(Slice(Start.AddDays(1), Bar(Ko, 41m, 42m, 40m, 41m)), default);
        Assert.That(await Broker().Cancel(Reference(), default), Is.TypeOf<CancelOutcome.Refused>());
    }

    [Test]
    public async Task Order_and_its_parts_come_back_from_the_book_as_they_were()
    {
        await Broker().Submit(Ticket(), default);
        await Broker(new PaperOptions { Fills = "volume-share", VolumeShare = 0.04m })
            .Match(Slice(Start.AddDays(1), Bar(Ko, 41m, 42m, 40m, 41m, 1000m)), default);

        var working = (await Stores.Paper.Working(default)).Single();

        Assert.That(working.Ticket, Is.EqualTo(Ticket()));
        Assert.That((working.Leaves.Value, working.FirstDay), Is.EqualTo((60m, new DateOnly(2000, 1, 4))));
        Assert.That(working.Fills.Single().Commission, Is.EqualTo(new Money(0.16403280m, Currency.Usd)));
    }

    private static OrderTicket Ticket() => new(
        "paper", "paper", new ClientOrderId("o1"), Pair.A, AssetClass.Equity, 1m, Side.Buy, new Quantity(100m), OrderType.Market, null,
        TimeInForce.GoodTillCancel, Currency.Usd, Start);

    private static OrderReference Reference() => new("paper", "paper", new ClientOrderId("o1"), Pair.A, null, Start);

    private static async Task<List<BrokerEvent>> Told(PaperBroker broker)
    {
        var told = new List<BrokerEvent>();
        await foreach (var happened in broker.Events(default)) told.Add(happened);
        return told;
    }

    private PaperBroker Broker(PaperOptions? options = null) =>
        new(Stores.Paper, PaperModels.From(options ?? new PaperOptions { Fees = "none", Slippage = "none" }), clock);
}
