using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>
/// The whole service beside a TWS that keeps its connection and answers nothing any more. KO trades there, PG on paper. Each question waits
/// for two minutes, so whoever waits for one of them is seen to.
/// </summary>
public sealed class HangingVenueTests
{
    private const int Lost = 5;
    private const int Working = 3;

    // Far less than one question, far more than a starved machine needs.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(40);

    private PostgresDatabase database = null!;
    private IbkrServer tws = null!;
    private Cable cable = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task Start()
    {
        database = await PostgresDatabase.Create();
        tws = new IbkrServer(new SimulatorOptions(0, 11, FaultPlan.None, TimeSpan.Zero));
        var address = await tws.Start(default);
        cable = Cable.To(address.Host, address.Port);
        service = new RunningService(
            await database.RoleOwningSchema("execution"),
            BrokerPrefix.New(),
            settings:
            [
                ("Execution:Routes:equity", "ibkr"), ("Execution:Accounts:ibkr", address.Account!),
                ("Execution:Ibkr:Host", address.Host), ("Execution:Ibkr:Port", $"{cable.Port}"),
                ("Execution:Ibkr:RequestTimeout", "00:02:00"), ("Execution:Ibkr:Silence", "00:10:00"),
                ("Execution:ReconcileEvery", "00:00:01"), ("Messaging:AwaitQueues:0", "nobody"),
                ("Execution:IbkrOutages:ResetFrom", "00:00"), ("Execution:IbkrOutages:ResetTo", "00:00"),
                ("Execution:IbkrOutages:LoginFrom", "00:00"), ("Execution:IbkrOutages:LoginTo", "00:00"),
            ]);
        await service.Deliver(Listed(Ko));
        await service.Deliver(Listed(Pg, "crypto"));
        await Eventually.True(async () => (await (await service.Get("/api/reconciliation")).Content.ReadAsStringAsync())
            .Split("\"compared\"").Length > 2, "both venues are compared");
        cable.Stall();
        for (var number = 0; number < Lost + Working; number++) await Store(number, address.Account!);
    }

    [TearDown]
    public async Task Stop()
    {
        cable.Cut();
        await service.DisposeAsync();
        await cable.DisposeAsync();
        await tws.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Orders_leave_for_the_other_venue_while_one_hangs()
    {
        await service.Deliver(Pgs(100));
        await service.Until("/api/orders?status=accepted", Have("paper", 1), "paper takes its order");
        await service.Deliver(Pgs(101));
        await service.Until("/api/orders?status=accepted", Have("paper", 2), "and the next one");
    }

    [Test]
    public async Task Halt_is_taken_at_once_and_takes_back_what_works_at_the_other_venue_while_one_hangs()
    {
        await service.Deliver(Pgs(100));
        await service.Until("/api/orders?status=accepted", Have("paper", 1), "paper takes its order");

        var waited = Stopwatch.StartNew();
        await service.DeliverByGrpc(new TradingStateChanged("halted", false, "fire", "ada", 1, Fakes.Given.Start));
        var taken = waited.Elapsed;
        await service.Until("/api/orders?status=canceled", Have("paper", 1), "paper's order is taken back");
        TestContext.Out.WriteLine($"halt taken after {taken.TotalMilliseconds:0} ms, canceled after {waited.ElapsedMilliseconds} ms");

        Assert.That(waited.Elapsed, Is.LessThan(Soon));
        await service.Until("/api/orders?status=pending-cancel", Have("ibkr", Working), "and what works at the other is to be");
    }

    private static Func<IReadOnlyList<System.Text.Json.JsonElement>, bool> Have(string venue, int count) =>
        orders => orders.Count(order => order.GetProperty("venue").GetString() == venue) == count;

    private static OrderCleared Pgs(int number)
    {
        var cleared = Cleared(Decision(number), policy: "hold-and-alert");
        return cleared with { Legs = [.. cleared.Legs.Where(leg => leg.InstrumentId == Pg)] };
    }

    // As they were when the venue fell silent: lost on their way, or shown by it.
    private Task Store(int number, string account)
    {
        var cleared = Cleared(Decision(number), policy: "hold-and-alert");
        var route = new LegRoute(Instrument.From(Listed(Ko)), new Route("ibkr", account));
        var (pair, orders) = PairOrder.From(
            cleared with { Legs = [cleared.Legs[0]] }, [route], new PlacementTerms(TimeInForce.GoodTillCancel, TimeSpan.FromDays(1)),
            Fakes.Given.Start);
        var sent = OrderMoves.Send(orders[0], Fakes.Given.Start).Order;
        BrokerEvent told = number < Lost
            ? new BrokerEvent.OutcomeUnknown(sent.Intent.ClientOrderId, Fakes.Given.Start, "no answer")
            : new BrokerEvent.Accepted(sent.Intent.ClientOrderId, Fakes.Given.Start, $"{7000 + number}");
        return service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<IClearances>().Spend(pair.ClearanceId, pair.DecisionId, Fakes.Given.Start, ct);
                await scope.GetRequiredService<IPairOrders>().Save(pair, ct);
                await scope.GetRequiredService<IOrderBook>().Save(OrderMoves.Hear(sent, told).Order, ct);
                return true;
            },
            default);
    }
}
