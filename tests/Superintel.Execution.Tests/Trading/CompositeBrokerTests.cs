using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Trading;

public sealed class CompositeBrokerTests
{
    private static readonly Dictionary<string, string> Live =
        new() { ["equity"] = "ibkr", ["option"] = "ibkr", ["future"] = "ibkr", ["fx"] = "mt4", ["crypto"] = "binance" };

    private static readonly Dictionary<string, string> Accounts = new() { ["ibkr"] = "U1", ["mt4"] = "1001", ["binance"] = "spot" };

    [TestCase(AssetClass.Equity, "ibkr")]
    [TestCase(AssetClass.Option, "ibkr")]
    [TestCase(AssetClass.Future, "ibkr")]
    [TestCase(AssetClass.Fx, "mt4")]
    [TestCase(AssetClass.Crypto, "binance")]
    public void Class_goes_to_its_venue(AssetClass assetClass, string venue) =>
        Assert.That(new BrokerRoutes(Live, Accounts).For(assetClass), Is.EqualTo(new Route(venue, Accounts[venue])));

    [Test]
    public void Index_and_unknown_classes_go_nowhere() =>
        Assert.That((new BrokerRoutes(Live, Accounts).For(AssetClass.Index), new BrokerRoutes(Live, Accounts).For(null)),
            Is.EqualTo((default(Route), default(Route))));

    [Test]
    public void Default_configuration_sends_everything_that_trades_to_paper() =>
        Assert.That(
            new ExecutionOptions().Routes.Select(route => $"{route.Key}:{route.Value}").Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "crypto:paper", "equity:paper", "future:paper", "fx:paper", "option:paper" }));

    [TestCase("index", "ibkr")]
    [TestCase("7", "ibkr")]
    [TestCase("equity", "nowhere")]
    public void Route_that_makes_no_sense_is_refused_at_start(string assetClass, string venue) =>
        Assert.That(() => new BrokerRoutes(new Dictionary<string, string> { [assetClass] = venue }, Accounts), Throws.ArgumentException);

    [Test]
    public async Task Failed_live_order_never_reaches_another_venue()
    {
        var (live, paper) = (new ScriptedBroker { OnSubmit = _ => new SubmitOutcome.Rejected("201", "No.") }, new ScriptedBroker());
        var composite = Composite(("ibkr", live), ("paper", paper));

        var outcome = await composite.Submit(Ticket("ibkr"), default);

        Assert.That(outcome, Is.TypeOf<SubmitOutcome.Rejected>());
        Assert.That((live.Submitted.Count, paper.Submitted.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Venue_that_is_not_configured_any_more_rejects_what_never_left_and_proves_nothing_of_the_rest()
    {
        var composite = Composite(("paper", new ScriptedBroker()));
        var reference = new OrderReference("ibkr", "U1", new ClientOrderId("o1"), Pair.A, null, Start);

        Assert.That(await composite.Submit(Ticket("ibkr"), default), Is.TypeOf<SubmitOutcome.Rejected>());
        Assert.That(await composite.Query(reference, default), Is.TypeOf<QueryOutcome.Unavailable>());
        Assert.That(await composite.Cancel(reference, default), Is.TypeOf<CancelOutcome.Unknown>());
    }

    [Test]
    public async Task Snapshot_is_the_sum_of_all_venues()
    {
        var one = new ScriptedBroker { Book = new BrokerSnapshot([], [new BrokerPosition("ibkr", "U1", Pair.A, 1m)]) };
        var other = new ScriptedBroker { Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", Pair.B, 2m)]) };

        var snapshot = await Composite(("ibkr", one), ("paper", other)).Snapshot(default);

        Assert.That(snapshot.Positions.Select(position => position.Quantity), Is.EqualTo(new[] { 1m, 2m }));
    }

    [Test]
    public async Task Events_of_all_venues_come_in_one_stream_each_in_its_order()
    {
        var (one, other) = (new ScriptedBroker(), new ScriptedBroker());
        for (var i = 0; i < 50; i++)
        {
            one.ToTell.Add(new BrokerEvent.Accepted(new ClientOrderId($"a{i:00}"), Start, "v"));
            other.ToTell.Add(new BrokerEvent.Accepted(new ClientOrderId($"b{i:00}"), Start, "v"));
        }

        var told = await Told(Composite(("ibkr", one), ("paper", other)));

        Assert.That(told.Where(id => id[0] == 'a'), Is.Ordered.And.Exactly(50).Items);
        Assert.That(told.Where(id => id[0] == 'b'), Is.Ordered.And.Exactly(50).Items);
    }

    [Test]
    public void Broken_wire_of_one_venue_ends_the_stream_with_its_cause()
    {
        var broken = Composite(("ibkr", new ScriptedBroker { Breaks = true }), ("paper", new ScriptedBroker()));

        Assert.That(async () => await Told(broken), Throws.TypeOf<BrokerUnavailableException>());
    }

    private static async Task<List<string>> Told(CompositeBroker broker)
    {
        var told = new List<string>();
        await foreach (var happened in broker.Events(default)) told.Add(happened.ClientOrderId.Value);
        return told;
    }

    private static CompositeBroker Composite(params (string Name, IBroker Broker)[] venues) =>
        new(venues.Select(venue => new KeyValuePair<string, IBroker>(venue.Name, venue.Broker)), VenueGate.Open());

    private static OrderTicket Ticket(string venue) => new(
        venue, "U1", new ClientOrderId("o1"), Pair.A, AssetClass.Equity, 1m, Side.Buy, new Quantity(1m), OrderType.Market, null,
        TimeInForce.Day,
        Currency.Usd, Start);
}
