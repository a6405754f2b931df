using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Contract;

/// <summary>The paper venue at quotes, over each kind of book.</summary>
[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class PaperQuotesContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    private readonly SettableClock clock = new(Start);
    private QuotedInstruments quoted = null!;

    [SetUp]
    public void SetClock()
    {
        clock.Set(Start);
        quoted = new QuotedInstruments(Free);
    }

    [TestCase(Side.Buy, 40.1, 100)]
    [TestCase(Side.Sell, 40, -100)]
    public async Task Order_is_filled_at_the_touch_of_the_next_quote(Side side, decimal price, decimal position)
    {
        await Broker().Submit(Ticket(side), default);
        var fill = (await Play(Broker(), Told(1))).OfType<BrokerEvent.Filled>().Single();

        Assert.That((fill.Price, fill.Quantity.Value, fill.At), Is.EqualTo((price, 100m, Start.AddSeconds(1))));
        Assert.That((await Broker().Snapshot(default)).Positions.Single().Quantity, Is.EqualTo(position));
    }

    [Test]
    public async Task Order_that_is_larger_than_the_touch_is_filled_in_parts_and_comes_back_from_the_book_as_it_was()
    {
        await Broker().Submit(Ticket(), default);
        var first = await Play(Broker(), Told(1, askSize: 60m));
        var working = (await Stores.Paper.Working(default)).Single();
        var second = await Play(Broker(), Told(2, ask: 40.2m, askSize: 60m));

        Assert.That(Parts([.. first, .. second]), Is.EqualTo(new[] { (60m, 40.1m), (40m, 40.2m) }));
        Assert.That((working.QuotedAt, working.Leaves.Value, working.FirstDay), Is.EqualTo(
            ((DateTimeOffset?)Start.AddSeconds(1), 40m, (DateOnly?)new DateOnly(2000, 1, 4))));
        Assert.That((await Broker().Snapshot(default)).WorkingOrders, Is.Empty);
    }

    [Test]
    public async Task Orders_of_one_side_share_the_touch_and_the_quote_played_again_fills_nothing_more()
    {
        var quote = Told(1.0000001, askSize: 150m); // finer than any store keeps time
        await Broker().Submit(Ticket(), default);
        await Broker().Submit(Ticket(id: "o2"), default);
        await Broker().Submit(Ticket(id: "o3"), default);
        var once = await Play(Broker(), quote);
        var again = await Play(Broker(), quote);

        Assert.That(once.OfType<BrokerEvent.Filled>().Select(fill => (fill.ClientOrderId.Value, fill.Quantity.Value)), Is.EqualTo(
            new[] { ("o1", 100m), ("o2", 50m) }));
        Assert.That(again, Is.Empty);
        Assert.That(Parts(await Play(Broker(), Told(2))), Is.EqualTo(new[] { (50m, 40.1m), (100m, 40.1m) }));
    }

    [Test]
    public async Task Bars_do_not_fill_what_has_quotes_and_do_when_these_have_been_silent()
    {
        await Broker().Submit(Ticket(limit: 39.5m), default);
        await Play(Broker(), Told(50));
        var (quiet, late) = (await Minute(60), await Minute(120));

        Assert.That(quiet, Is.Empty, "a quote was there ten seconds ago");
        Assert.That(Parts(late), Is.EqualTo(new[] { (100m, 39m) }));
    }

    [Test]
    public async Task Bar_after_a_quote_that_filled_a_part_fills_the_rest_at_its_close_and_never_at_an_open_before_the_quote()
    {
        await Broker().Submit(Ticket(), default);
        await Play(Broker(), Told(70, askSize: 60m));

        Assert.That(Parts(await Minute(120)), Is.EqualTo(new[] { (40m, 39.2m) }));
        Assert.That(await Minute(180), Is.Empty);
    }

    [Test]
    public async Task Quote_that_waited_too_long_fills_nothing()
    {
        await Broker().Submit(Ticket(), default);
        clock.Set(Start.AddSeconds(10));
        await Broker().Match([Told(1)], default);

        Assert.That((await Stores.Paper.Working(default)).Single().Fills, Is.Empty);
    }

    [Test]
    public async Task Quotes_of_other_instruments_fill_nothing()
    {
        await Broker().Submit(Ticket(), default);

        Assert.That(await Play(Broker(), Told(1) with { Instrument = Pair.B }), Is.Empty);
    }

    private static (decimal Quantity, decimal Price)[] Parts(IEnumerable<BrokerEvent> told) =>
        [.. told.OfType<BrokerEvent.Filled>().Select(fill => (fill.Quantity.Value, fill.Price))];

    private async Task<List<BrokerEvent>> Play(PaperBroker broker, Quote quote)
    {
        clock.Set(quote.At);
        await broker.Match(quoted.Hear([quote], quote.At), default);
        return await Told(broker);
    }

    private async Task<List<BrokerEvent>> Minute(int second)
    {
        clock.Set(Start.AddSeconds(second));
        var broker = Broker();
        await broker.Match(Slice(Start.AddSeconds(second), Bar(Ko, 39m, 39.5m, 38m, 39.2m)) with { Interval = "1m" }, default);
        return await Told(broker);
    }

    private PaperBroker Broker() => new(Stores.Paper, PaperModels.From(Free), clock, quoted);
}
