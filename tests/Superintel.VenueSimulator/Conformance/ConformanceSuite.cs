using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The numbered cases.</summary>
public static class ConformanceSuite
{
    // Far enough from the market to rest, near enough for venues that refuse prices off the band.
    private const decimal Resting = 0.02m;

    // Between this machine's clock and a venue's.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("01", "connects and gives a snapshot", Connects),
        new("02", "tells the account", async (driver, ct) => await driver.Facts.Account(ct)),
        new("03", "tells the contract", async (driver, ct) => await driver.Facts.Contract(ct)),
        new("04", "gives history", History),
        new("05", "fills a market order", FillsMarket),
        new("06", "places and cancels a limit order", (driver, ct) => Rests(driver, OrderType.Limit, ct)),
        new("07", "places and cancels a stop order", (driver, ct) => Rests(driver, OrderType.Stop, ct)),
        new("08", "places and cancels a stop-limit order", (driver, ct) => Rests(driver, OrderType.StopLimit, ct)),
        new("09", "places and cancels a trailing stop", (driver, ct) => Rests(driver, OrderType.TrailingStop, ct)),
        new("10", "places and cancels a market-on-close order", (driver, ct) => Rests(driver, OrderType.MarketOnClose, ct)),
        new("11", "places and cancels a limit-on-close order", (driver, ct) => Rests(driver, OrderType.LimitOnClose, ct)),
        new("12", "places and cancels a good-till-date order", GoodTillDate),
        new("13", "adds up partial fills", AddsUp),
        new("14", "refuses a senseless order with proof", Refuses),
        new("15", "takes the same order once", TakesOnce),
        new("16", "tells what became of an order whose answer was not waited for", ResolvesUnknown),
        new("17", "keeps working orders over a lost connection", Reconnects),
        new("18", "reconciles twice to the same book", Reconciles),
        new("19", "says that an order was never placed", NeverPlaced),
        new("20", "stays within the venue's pace", async (driver, ct) => await driver.Facts.Hurry(ct)) { Exhausts = true },
        new("21", "closes what an opposite order finds", async (driver, ct) => await driver.Facts.Reduces(ct)),
        new("22", "changes a working order", async (driver, ct) => await driver.Facts.Changes(ct)),
        new("23", "closes a part of a position once", async (driver, ct) => await driver.Facts.ClosesOnce(ct)),
        new("24", "tells what an order would cost and places nothing", PreviewCase.Run),
        new("25", "places a bracket of which one exit ends the other", async (driver, ct) => await driver.Facts.Brackets(ct)),
    ];

    private static async Task<string?> Connects(IVenueDriver driver, CancellationToken ct)
    {
        var snapshot = await driver.Broker.Snapshot(ct);
        return $"{snapshot.WorkingOrders.Count} working orders, {snapshot.Positions.Count} positions";
    }

    private static async Task<string?> History(IVenueDriver driver, CancellationToken ct) => await driver.Facts.History(ct) switch
    {
        null => null,
        0 => throw new CaseFailedException("No bar came."),
        { } bars => $"{bars} bars",
    };

    private static async Task<string?> FillsMarket(IVenueDriver driver, CancellationToken ct)
    {
        var bought = await Filled(driver, Side.Buy, driver.Profile.Quantity, ct);
        await Filled(driver, Side.Sell, driver.Profile.Quantity, ct);
        return $"{bought.Fills.Count} executions, first at {bought.Fills[0].Price}; sold again";
    }

    private static async Task<string?> Rests(IVenueDriver driver, OrderType type, CancellationToken ct)
    {
        if (!driver.Profile.OrderTypes.Contains(type)) return null;
        var ticket = await Far(driver, type, ct);
        await driver.Accepted(ticket, ct);
        await driver.Until(ticket, order => order.Status == BrokerOrderStatus.Working, "working", ct);
        await driver.Cancel(ticket, ct);
        return $"{type} rested and was canceled";
    }

    private static async Task<OrderTicket> Far(IVenueDriver driver, OrderType type, CancellationToken ct)
    {
        var (below, above) = (await driver.Price(-Resting, ct), await driver.Price(Resting, ct));
        var stop = type is OrderType.Stop or OrderType.StopLimit;
        return driver.Ticket(Side.Buy, type, type switch
        {
            OrderType.Limit or OrderType.LimitOnClose => below,
            OrderType.StopLimit => above,
            _ => null,
        }) with
        {
            StopPrice = stop ? above : null,
            TrailingAmount = type == OrderType.TrailingStop ? above - below : null,
        };
    }

    private static async Task<string?> GoodTillDate(IVenueDriver driver, CancellationToken ct)
    {
        if (!driver.Profile.HasGoodTillDate) return null;
        var ticket = driver.Ticket(Side.Buy, OrderType.Limit, await driver.Price(-Resting, ct)) with
        {
            TimeInForce = TimeInForce.GoodTillDate,
            GoodTillDate = TimeProvider.System.GetUtcNow().AddDays(2),
        };
        await driver.Accepted(ticket, ct);
        await driver.Cancel(ticket, ct);
        return "rested and was canceled";
    }

    private static async Task<string?> AddsUp(IVenueDriver driver, CancellationToken ct)
    {
        var many = driver.Profile.SplitQuantity ?? driver.Profile.Quantity * 20m;
        var orders = new[] { await Filled(driver, Side.Buy, many, ct), await Filled(driver, Side.Sell, many, ct) };
        var fills = orders.SelectMany(order => order.Fills).ToList();
        var ids = fills.Select(fill => fill.ExecutionId).Distinct(StringComparer.Ordinal).Count();
        if (ids != fills.Count) throw new CaseFailedException("Two executions have one id.");
        if (orders.All(order => order.Fills.Count < 2))
            throw new CaseNotApplicableException($"{many} units traded in one execution, there and back: there is nothing to add up");
        return $"{many} units bought in {orders[0].Fills.Count} executions and sold in {orders[1].Fills.Count}";
    }

    private static async Task<string?> Refuses(IVenueDriver driver, CancellationToken ct)
    {
        var outcome = await driver.Send(driver.Ticket(Side.Buy, OrderType.Market, quantity: 0m), ct);
        return outcome is SubmitOutcome.Rejected rejected ? rejected.Code : throw new CaseFailedException($"It answered {outcome}.");
    }

    private static async Task<string?> TakesOnce(IVenueDriver driver, CancellationToken ct)
    {
        var ticket = driver.Ticket(Side.Buy, OrderType.Limit, await driver.Price(-Resting, ct));
        var (first, second) = (await driver.Accepted(ticket, ct), await driver.Accepted(ticket, ct));
        var working = (await driver.Broker.Snapshot(ct)).WorkingOrders.Count(order => order.ClientOrderId == ticket.ClientOrderId);
        await driver.Cancel(ticket, ct);
        return first == second
            && working == 1 ? $"{first}, once" : throw new CaseFailedException($"{first} and {second}, {working} working.");
    }

    private static async Task<string?> ResolvesUnknown(IVenueDriver driver, CancellationToken ct)
    {
        var ticket = driver.Ticket(Side.Buy, OrderType.Limit, await driver.Price(-Resting, ct));
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var submitted = driver.Send(ticket, impatient.Token);
        await impatient.CancelAsync();
        try
        {
            await submitted;
        }
        catch (OperationCanceledException)
        {
            // Nobody waited: that is the case.
        }
        var asked = await Asked(driver, () => ticket.Reference(), ct);
        if (asked is QueryOutcome.Found { Order.Status: BrokerOrderStatus.Working }) await driver.Cancel(ticket, ct);
        return asked is QueryOutcome.Found ? "found" : "proved not placed";
    }

    private static async Task<QueryOutcome> Asked(IVenueDriver driver, Func<OrderReference> order, CancellationToken ct)
    {
        var (begun, patience) = (TimeProvider.System.GetTimestamp(), driver.Profile.AbsenceProof + ClockDifference + Trial.Patience);
        while (true)
        {
            var asked = await driver.Broker.Query(order(), ct);
            if (asked is not QueryOutcome.Unavailable still) return asked;
            if (TimeProvider.System.GetElapsedTime(begun) > patience) throw new CaseFailedException($"It stays unknown: {still.Cause}");
            await Task.Delay(100, ct);
        }
    }

    private static async Task<string?> Reconnects(IVenueDriver driver, CancellationToken ct)
    {
        var ticket = driver.Ticket(Side.Buy, OrderType.Limit, await driver.Price(-Resting, ct));
        await driver.Accepted(ticket, ct);
        if (!await driver.Break(ct))
        {
            await driver.Cancel(ticket, ct);
            return null;
        }
        await driver.Until(ticket, order => order.Status == BrokerOrderStatus.Working, "working after the connection came back", ct);
        await driver.Cancel(ticket, ct);
        return "the order worked on";
    }

    private static async Task<string?> Reconciles(IVenueDriver driver, CancellationToken ct)
    {
        var (first, second) = (await driver.Broker.Snapshot(ct), await driver.Broker.Snapshot(ct));
        var same = first.Positions.SequenceEqual(second.Positions)
            && first.WorkingOrders.Select(order => order.VenueOrderId)
                .SequenceEqual(second.WorkingOrders.Select(order => order.VenueOrderId));
        return same ? $"{first.Positions.Count} positions" : throw new CaseFailedException("Two snapshots in a row differ.");
    }

    private static async Task<string?> NeverPlaced(IVenueDriver driver, CancellationToken ct)
    {
        // A venue that tells of today only proves nothing of an order from before midnight: each question is of a new order, no older than
        // it has to be.
        var age = driver.Profile.AbsenceProof + ClockDifference;
        var answer = await Asked(driver, () => Reference(driver.Ticket(Side.Buy, OrderType.Limit, 1m)), ct);
        return answer is QueryOutcome.NotPlaced proof
            ? proof.Evidence
            : throw new CaseFailedException("It found an order that was never sent.");

        OrderReference Reference(OrderTicket ticket) => ticket.Reference() with { CreatedAt = ticket.CreatedAt - age };
    }

    // What is bought is sold and the other way round: the account is left as it was.
    private static async Task<BrokerOrder> Filled(IVenueDriver driver, Side side, decimal quantity, CancellationToken ct)
    {
        var ticket = driver.Ticket(side, OrderType.Market, quantity: quantity);
        await driver.Accepted(ticket, ct);
        return await driver.Until(
            ticket, found => found.Status == BrokerOrderStatus.Filled && Sum(found) == quantity, "filled", ct);
    }

    private static decimal Sum(BrokerOrder order) => order.Fills.Sum(fill => fill.Quantity.Value);
}
