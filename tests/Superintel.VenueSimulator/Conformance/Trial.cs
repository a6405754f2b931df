using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>What the cases have in common: tickets of their own, and waiting for what a venue says.</summary>
internal static class Trial
{
    // Of every name of this run, so that what a failed case left can be told from what others have there.
    private static readonly string Names = $"c{Environment.ProcessId:x}{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds():x}";
    private static int tickets;

    /// <summary>With what a venue answers within a moment, on a machine that is busy.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>A ticket with a name nobody used before.</summary>
    public static OrderTicket Ticket(this IVenueDriver driver, Side side, OrderType type, decimal? limit = null, decimal? quantity = null)
    {
        var profile = driver.Profile;
        return new OrderTicket(
            profile.Venue, profile.Account, new ClientOrderId($"{Names}{Interlocked.Increment(ref tickets):x}"), profile.Instrument,
            profile.AssetClass, profile.LotSize, side,
            new Quantity(quantity ?? profile.Quantity), type, limit, TimeInForce.GoodTillCancel, profile.Currency,
            TimeProvider.System.GetUtcNow());
    }

    public static OrderReference Reference(this OrderTicket ticket, string? venueOrderId = null) =>
        new(ticket.Venue, ticket.Account, ticket.ClientOrderId, ticket.Instrument, venueOrderId, ticket.CreatedAt);

    /// <summary>A price on the tick, a share away from the last one.</summary>
    public static async Task<decimal> Price(this IVenueDriver driver, decimal away, CancellationToken ct)
    {
        var tick = driver.Profile.TickSize;
        return decimal.Round(await driver.Facts.LastPrice(ct) * (1m + away) / tick) * tick;
    }

    /// <summary>Sends an order, and keeps in mind that it may be there from now on.</summary>
    public static async Task<SubmitOutcome> Send(this IVenueDriver driver, OrderTicket ticket, CancellationToken ct)
    {
        var isNew = driver.Sent.Add(ticket);
        var outcome = await driver.Broker.Submit(ticket, ct);
        if (isNew && outcome is (SubmitOutcome.Rejected or SubmitOutcome.Deferred)) driver.Sent.Remove(ticket.ClientOrderId);
        return outcome;
    }

    public static async Task<string> Accepted(this IVenueDriver driver, OrderTicket ticket, CancellationToken ct) =>
        await driver.Send(ticket, ct) switch
        {
            SubmitOutcome.Accepted accepted => accepted.VenueOrderId,
            var other => throw new CaseFailedException($"{ticket.Type} {ticket.ClientOrderId} was not accepted: {other}"),
        };

    /// <summary>Asks until the order is as it should be.</summary>
    public static async Task<BrokerOrder> Until(
        this IVenueDriver driver, OrderTicket ticket, Func<BrokerOrder, bool> wanted, string what, CancellationToken ct)
    {
        var begun = TimeProvider.System.GetTimestamp();
        QueryOutcome last;
        do
        {
            last = await driver.Broker.Query(ticket.Reference(), ct);
            if (last is QueryOutcome.Found found && wanted(found.Order)) return found.Order;
            await driver.Move(ct);
            await Task.Delay(20, ct);
        }
        while (TimeProvider.System.GetElapsedTime(begun) < Patience);
        throw new CaseFailedException($"{ticket.ClientOrderId} never was {what}; last: {last}");
    }

    public static async Task Cancel(this IVenueDriver driver, OrderTicket ticket, CancellationToken ct)
    {
        var outcome = await driver.Broker.Cancel(ticket.Reference(), ct);
        if (outcome is CancelOutcome.Refused refused) throw new CaseFailedException($"The cancel was refused: {refused.Text}");
        await driver.Until(ticket, order => order.Status == BrokerOrderStatus.Canceled, "canceled", ct);
    }

    /// <summary>Cancels the orders that failed cases left working.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> Tidy(this IVenueDriver driver, CancellationToken ct)
    {
        var left = (await driver.Broker.Snapshot(ct)).WorkingOrders
            .Where(order => order.ClientOrderId.Value.StartsWith(Names, StringComparison.Ordinal)).ToList();
        foreach (var order in left)
        {
            await driver.Broker.Cancel(new OrderReference(
                driver.Profile.Venue, driver.Profile.Account, order.ClientOrderId, driver.Profile.Instrument, order.VenueOrderId,
                TimeProvider.System.GetUtcNow()), ct);
        }
        return left.Count;
    }
}
