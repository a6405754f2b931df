using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>An order's number placed again changes the order; what the simulated TWS does not take it refuses as TWS does.</summary>
public sealed class TwsChangeTests
{
    private static readonly TwsContract Coke = TwsContract.Stock("KO", "USD", "NYSE");
    private Heard heard = null!;
    private IbkrServer server = null!;
    private TwsClient client = null!;
    private string account = "";

    [SetUp]
    public async Task Connect()
    {
        heard = new Heard();
        server = new IbkrServer(new SimulatorOptions(0, 3, FaultPlan.None, TimeSpan.Zero));
        var address = await server.Start(default);
        account = address.Account!;
        var (options, clock) = (new TwsOptions { Port = address.Port, Account = account }, TimeProvider.System);
        client = await TwsClient.Connect(options, new TwsLimits(options, clock), clock, heard, default);
    }

    [TearDown]
    public async Task Disconnect()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task Order_changed_twice_stays_one_order_that_works_and_can_be_canceled()
    {
        var id = await Placed(Buy(50m));
        await Changed(id, Buy(51m));
        await Changed(id, Buy(52m));
        Assert.That(server.Exchange.Orders.Select(order => order.Ticket.LimitPrice), Is.EqualTo(new[] { 52m }));
        Assert.That((await client.OpenOrders(everybodys: false, default)).Select(open => open.OrderId), Is.EqualTo(new[] { id }));
        Assert.That(heard.Statuses.Select(told => told.Status).Distinct(), Is.EqualTo(new[] { "Submitted" }));

        await client.Send(new CancelOrder(id), default);
        await Eventually.True(() => heard.Has(id, "Cancelled"), "canceled");
        Assert.That(heard.Refusals.Select(refusal => refusal.Code), Is.All.EqualTo(202));
        server.Exchange.MoveTo("KO", 40m);
        Assert.That(server.Exchange.Fills, Is.Empty);
    }

    [Test]
    public async Task Order_changed_between_its_executions_trades_its_quantity_and_no_more()
    {
        var id = await Placed(Buy(50m));
        server.Exchange.Force(1, 30m);
        await Changed(id, Buy(51m));
        server.Exchange.Force(1, 20m);
        await Changed(id, Buy(52m));
        var last = heard.Statuses.Last(told => told.OrderId == id);
        Assert.That((last.Filled, last.Remaining), Is.EqualTo((50m, 50m)));
        server.Exchange.MoveTo("KO", 45m);
        await Eventually.True(() => heard.Has(id, "Filled"), "filled");
        Assert.That(server.Exchange.Fills.Sum(fill => fill.Quantity), Is.EqualTo(100m));

        await client.Send(new PlaceOrder(id, Coke, Buy(53m)), default);
        await Eventually.True(() => heard.Refusals.Contains((id, 104)), "an order that has filled cannot be changed");
        Assert.That(server.Exchange.Fills.Sum(fill => fill.Quantity), Is.EqualTo(100m));
    }

    [Test]
    public async Task Parent_of_a_bracket_that_is_changed_keeps_its_children()
    {
        var (parent, profit, loss) = (client.OrderIds.Take(), client.OrderIds.Take(), client.OrderIds.Take());
        var exit = Buy(70m) with { Action = "SELL", ParentId = parent };
        await client.Send(new PlaceOrder(parent, Coke, Buy(50m), Transmit: false), default);
        await client.Send(new PlaceOrder(profit, Coke, exit, Transmit: false), default);
        await client.Send(new PlaceOrder(loss, Coke, exit with { OrderType = "STP", LimitPrice = null, AuxPrice = 40m }), default);
        await Eventually.True(() => heard.Has(parent, "Submitted") && heard.Has(loss, "PreSubmitted"), "the bracket to work");
        await Changed(parent, Buy(51m));
        await Changed(parent, Buy(52m));
        server.Exchange.MoveTo("KO", 51.5m);
        await Eventually.True(
            () => heard.Has(parent, "Filled") && heard.Has(profit, "Submitted") && server.Exchange.Orders.Count == 3, "the exits to work");
        Assert.That(heard.Statuses.Select(told => told.Status), Has.None.EqualTo("Cancelled"));
    }

    [Test]
    public async Task Change_that_is_refused_leaves_the_order_as_it_was()
    {
        var id = await Placed(Buy(50m));
        await client.Send(new PlaceOrder(id, Coke, Buy(50m) with { Quantity = 1_000_000m }), default);
        await Eventually.True(() => heard.Refusals.Contains((id, 201)), "more than the account is worth");
        await client.Probe(default);
        Assert.That(heard.Statuses.Select(told => told.Status).Distinct(), Is.EqualTo(new[] { "Submitted" }));
        Assert.That(server.Exchange.Orders.Single().Ticket.Quantity, Is.EqualTo(100m));
    }

    [Test]
    public async Task Order_that_never_went_to_the_market_is_inactive()
    {
        var id = client.OrderIds.Take();
        await client.Send(new PlaceOrder(id, Coke, Buy(50m) with { Quantity = 1_000_000m }), default);
        await Eventually.True(() => heard.Has(id, "Inactive"), "refused");
        Assert.That(heard.Statuses.Select(told => told.Status).Distinct(), Is.EqualTo(new[] { "Inactive" }));
    }

    [TestCase("zz")]
    [TestCase("")]
    [TestCase("20261350 99:00:00")]
    public async Task Date_that_is_none_is_refused(string date)
    {
        var id = client.OrderIds.Take();
        await client.Send(new PlaceOrder(id, Coke, Buy(50m) with { TimeInForce = "GTD", GoodTillDate = date }), default);
        await Eventually.True(() => heard.Refusals.Contains((id, 337)), "refused");
        Assert.That(server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Child_of_an_order_that_is_not_there_is_refused()
    {
        var id = client.OrderIds.Take();
        await client.Send(new PlaceOrder(id, Coke, Buy(50m) with { ParentId = 4711 }), default);
        await Eventually.True(() => heard.Refusals.Contains((id, 135)), "refused");
        Assert.That(server.Exchange.Orders, Is.Empty);
    }

    private OrderTerms Buy(decimal limit) => new()
    {
        Action = "BUY", Quantity = 100m, OrderType = "LMT", LimitPrice = limit, TimeInForce = "GTC", Account = account,
    };

    private async Task<int> Placed(OrderTerms terms)
    {
        var id = client.OrderIds.Take();
        await client.Send(new PlaceOrder(id, Coke, terms), default);
        await Eventually.True(() => heard.Has(id, "Submitted"), "working");
        return id;
    }

    private async Task Changed(int id, OrderTerms terms)
    {
        await client.Send(new PlaceOrder(id, Coke, terms), default);
        await Eventually.True(
            () => heard.Orders.Any(told => told.OrderId == id && told.Terms.LimitPrice == terms.LimitPrice), "changed");
        // The status follows the order's terms.
        await client.Probe(default);
    }
}
