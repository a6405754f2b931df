using System.Net;
using System.Net.Sockets;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.Venue.Ibkr.Wire;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

public sealed class TwsClientTests
{
    private static readonly TwsContract Coke = TwsContract.Stock("KO", "USD", "NYSE");
    private Heard heard = null!;
    private IbkrServer server = null!;
    private TwsOptions options = null!;
    private TwsClient client = null!;

    [SetUp]
    public async Task Connect()
    {
        heard = new Heard();
        server = new IbkrServer(new SimulatorOptions(0, 3, FaultPlan.None, TimeSpan.Zero));
        var address = await server.Start(default);
        options = new TwsOptions { Port = address.Port, Account = address.Account!, RequestTimeout = TimeSpan.FromSeconds(10) };
        client = await Connect(options, heard);
    }

    [TearDown]
    public async Task Disconnect()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public void Session_is_ready_when_a_probe_was_answered()
    {
        Assert.That(client.State, Is.EqualTo(ConnectionState.Ready));
        Assert.That(client.Accounts, Is.EqualTo(new[] { "DU1234567" }));
        Assert.That(client.VenueTime, Is.GreaterThan(DateTimeOffset.UnixEpoch.AddYears(50)));
    }

    [Test]
    public async Task Client_id_in_use_ends_the_second_session_and_not_the_first()
    {
        var failure = await Failure(() => Connect(options, new Heard()));
        Assert.That(failure.Message, Does.Contain("326"));
        await client.Probe(default);
    }

    [Test]
    public async Task Another_account_than_the_logins_is_refused() =>
        Assert.That((await Failure(() => Connect(options with { Account = "DU9", ClientId = 8 }, new Heard()))).Code,
            Is.EqualTo("account-not-managed"));

    [TestCase("176\020260101 00:00:00 UTC\0", "handshake-timeout")]
    [TestCase("203\020260101 00:00:00 UTC\0", "version-unsupported")]
    [TestCase("HTTP/1.1\0", "handshake-malformed")]
    public async Task Server_that_is_no_TWS_of_this_version_is_refused_by_code(string greeting, string code)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepted = listener.AcceptTcpClientAsync();
        var patience = TimeSpan.FromSeconds(code == "handshake-timeout" ? 2 : 60);
        var connecting = Failure(() => Connect(
            options with { Port = ((IPEndPoint)listener.LocalEndpoint).Port, HandshakeTimeout = patience }, new Heard()));
        using var there = await accepted;
        await there.GetStream().WriteAsync(new FrameWriter().Begin().Raw(System.Text.Encoding.ASCII.GetBytes(greeting[..^1])).End());
        Assert.That((await connecting).Code, Is.EqualTo(code));
    }

    [Test]
    public void Session_that_ended_right_after_the_answer_to_its_probe_is_never_ready()
    {
        LastWords? words = null;
        var (other, clock) = (options with { ClientId = 8 }, TimeProvider.System);
        var told = new Heard();
        // Before what follows the answer goes on, the end of the connection has been heard.
        void Overtake()
        {
            if (words is { AreSaid: true }) SpinWait.SpinUntil(() => !told.Connections.IsEmpty, TimeSpan.FromSeconds(60));
        }

        Assert.That(
            () => new HeldContinuations().Run(
                () => TwsClient.Connect(
                    other, async (to, ct) => words = await LastWords.Of(to, ct),
                    new TwsLimits(other, clock), clock, told, default),
                Overtake),
            Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.Code)).EqualTo("closed-before-ready"));
        Assert.That(told.Connections.Select(heardOf => heardOf.State), Is.EqualTo(new[] { ConnectionState.Down }));
    }

    [Test]
    public async Task What_if_order_is_answered_and_never_placed()
    {
        var told = await client.WhatIf(Coke, Order("BUY", "LMT", 10m), default);
        Assert.That(told.InitialMarginChange, Is.GreaterThan(0m));
        Assert.That(told.InitialMarginBefore + told.InitialMarginChange, Is.EqualTo(told.InitialMarginAfter));
        Assert.That(server.Exchange.Orders, Is.Empty);
        Assert.That(await client.OpenOrders(everybodys: true, default), Is.Empty);
        Assert.That(heard.Orders.Count + heard.Statuses.Count + heard.Refusals.Count, Is.Zero, "no order was told of");
    }

    [Test]
    public async Task Bracket_works_as_one_parent_first_then_one_of_two_exits()
    {
        var (parent, profit, loss) = (client.OrderIds.Take(), client.OrderIds.Take(), client.OrderIds.Take());
        var exit = Order("SELL", "LMT", 70m) with { ParentId = parent, OcaGroup = "exit", OcaType = 1 };
        await client.Send(new PlaceOrder(parent, Coke, Order("BUY", "LMT", 62m), Transmit: false), default);
        await client.Send(new PlaceOrder(profit, Coke, exit, Transmit: false), default);
        await client.Probe(default);
        Assert.That(server.Exchange.Orders, Is.Empty, "nothing is transmitted before the last of them");
        var stop = exit with { OrderType = "STP", LimitPrice = null, AuxPrice = 55m };
        await client.Send(new PlaceOrder(loss, Coke, stop), default);
        await Eventually.True(() => heard.Has(parent, "Submitted") && heard.Has(loss, "PreSubmitted"), "the bracket to work");
        Assert.That(server.Exchange.Orders, Has.Count.EqualTo(1));
        server.Exchange.MoveTo("KO", 61m);
        await Eventually.True(() => heard.Has(parent, "Filled") && heard.Has(profit, "Submitted"), "the exits to work");
        server.Exchange.MoveTo("KO", 71m);
        await Eventually.True(() => heard.Has(profit, "Filled") && heard.Has(loss, "Cancelled"), "one exit to end the other");
        await Eventually.True(
            () => heard.Executions.Sum(e => e.Details.Side == "BOT" ? e.Details.Quantity : -e.Details.Quantity) == 0m, "flat");
        Assert.That(heard.Executions.Select(e => e.Commission), Has.None.Null);
    }

    [Test]
    public async Task Bracket_without_a_group_still_has_one_exit()
    {
        var (parent, profit, loss) = (client.OrderIds.Take(), client.OrderIds.Take(), client.OrderIds.Take());
        var exit = Order("SELL", "LMT", 70m) with { ParentId = parent };
        await client.Send(new PlaceOrder(parent, Coke, Order("BUY", "MKT", null), Transmit: false), default);
        await client.Send(new PlaceOrder(profit, Coke, exit, Transmit: false), default);
        await client.Send(new PlaceOrder(loss, Coke, exit with { OrderType = "STP", LimitPrice = null, AuxPrice = 55m }), default);
        await Eventually.True(() => heard.Has(profit, "Submitted") && heard.Has(loss, "PreSubmitted"), "the exits to work");
        server.Exchange.MoveTo("KO", 54m);
        await Eventually.True(() => heard.Has(loss, "Filled") && heard.Has(profit, "Cancelled"), "one exit to end the other");
    }

    [Test]
    public async Task Positions_have_one_row_each_whatever_traded_since_they_were_asked_for()
    {
        for (var times = 1; times <= 3; times++)
        {
            await client.Send(new PlaceOrder(client.OrderIds.Take(), Coke, Order("BUY", "MKT", null)), default);
            var held = await Eventually.Get(
                () => client.Positions(default), rows => rows.Sum(row => row.Quantity) >= 100m * times, "bought");
            Assert.That(held.Select(row => row.Quantity), Is.EqualTo(new[] { 100m * times }));
        }
    }

    [Test]
    public async Task Connection_states_follow_1100_1101_1102()
    {
        server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
        await Eventually.True(() => client.State == ConnectionState.VenueLost, "lost");
        Assert.That(
            () => client.Send(new PlaceOrder(1, Coke, Order("BUY", "MKT", null)), default),
            Throws.InstanceOf<TwsException>().With.Property("MayHaveLeft").False);
        server.Announce(1101, "restored - data lost");
        await Eventually.True(
            () => heard.Connections.Contains((ConnectionState.Ready, true)) && client.State == ConnectionState.Ready, "1101");
        server.Announce(1100, "lost");
        server.Announce(1102, "restored - data maintained");
        await Eventually.True(() => heard.Connections.Contains((ConnectionState.Ready, false)), "1102");
    }

    [Test]
    public async Task Streams_come_and_are_asked_for_again_when_their_data_was_lost()
    {
        await using var bars = await client.RealTimeBars(Coke, "TRADES", regularHours: true, default);
        await using var depth = await client.Depth(Coke, 5, smart: true, default);
        await using var quotes = await client.Quotes(Coke, default);
        Assert.That((await bars.Updates.ReadAsync()).High, Is.GreaterThan(0m));
        Assert.That((await quotes.Updates.ReadAsync()).Price, Is.GreaterThan(0m));
        for (var i = 0; i < 10; i++) Assert.That((await depth.Updates.ReadAsync()).Operation, Is.Zero);
        server.Announce(1101, "restored - data lost");
        Assert.That((await depth.Updates.ReadAsync()).Position, Is.EqualTo(-1), "the book starts from nothing");
        Assert.That((await depth.Updates.ReadAsync()).Position, Is.Zero);
    }

    [Test]
    public async Task Streams_asked_for_again_on_a_connection_that_goes_end_with_it()
    {
        var streams = new List<Subscription<TickPrice>>();
        for (var i = 0; i < 30; i++) streams.Add(await client.Quotes(Coke, default));
        server.Announce(1101, "restored - data lost");
        server.DropAll();
        // An end with the connection is no failure of the stream; none may hang, and none may throw.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var stream in streams)
            while (await stream.Updates.WaitToReadAsync(deadline.Token)) stream.Updates.TryRead(out _);
    }

    [Test]
    public async Task Questions_are_answered_from_end_to_end()
    {
        var summary = await client.AccountSummary("NetLiquidation,BuyingPower", default);
        Assert.That(summary.Select(row => row.Tag), Is.EquivalentTo(new[] { "NetLiquidation", "BuyingPower" }));
        Assert.That((await client.ContractDetails(Coke, default)).Single().Contract.ConId, Is.EqualTo(8894));
        var history = await client.HistoricalBars(new RequestHistoricalData(0, Coke, "", "5 secs", "60 S", true, "TRADES"), default);
        Assert.That(history, Has.Length.EqualTo(12));
        Assert.That((await Failure(() => client.ContractDetails(TwsContract.Stock("NONE", "USD"), default))).VenueCode, Is.EqualTo(200));
        Assert.That(await client.Positions(default), Is.Empty);
        Assert.That(await client.Executions(default), Is.Empty);
        Assert.That(await client.CompletedOrders(default), Is.Empty);
    }

    private static Task<TwsClient> Connect(TwsOptions options, Heard heard)
    {
        var clock = TimeProvider.System;
        return TwsClient.Connect(options, new TwsLimits(options, clock), clock, heard, default);
    }

    private OrderTerms Order(string action, string type, decimal? limit) => new()
    {
        Action = action, Quantity = 100m, OrderType = type, LimitPrice = limit, TimeInForce = "GTC", Account = options.Account,
    };

    private static async Task<TwsException> Failure(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (TwsException failure)
        {
            return failure;
        }
        throw new AssertionException("It did not fail.");
    }
}
