using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>Case 24: a question is answered and leaves no trace.</summary>
internal static class PreviewCase
{
    private const decimal Resting = 0.02m;

    public static async Task<string?> Run(IVenueDriver driver, CancellationToken ct)
    {
        if (driver.Preview is not { } preview) return null;
        var ticket = driver.Ticket(Side.Buy, OrderType.Limit, await driver.Price(-Resting, ct));
        var before = await driver.Broker.Snapshot(ct);
        var cost = await Told(preview, ticket, ct);
        if (cost.Commission is not { } fee || (fee.Amount ?? fee.Maximum ?? fee.Minimum) is not >= 0m)
            throw new CaseFailedException($"No commission was told: {cost}");
        if (Margins(cost).FirstOrDefault(margin => !AddsUp(margin)) is { } wrong)
            throw new CaseFailedException($"A margin does not add up: {wrong}");
        var nonsense = await preview.Preview(ticket with { Quantity = Quantity.Zero }, ct);
        if (nonsense is PreviewOutcome.Told) throw new CaseFailedException("An order for nothing was not refused.");
        var after = await driver.Broker.Snapshot(ct);
        if (!after.WorkingOrders.Select(Name).SequenceEqual(before.WorkingOrders.Select(Name)))
            throw new CaseFailedException("The question is among the working orders.");
        if (!after.Positions.SequenceEqual(before.Positions)) throw new CaseFailedException("The question moved a position.");
        if (await driver.Broker.Query(ticket.Reference(), ct) is QueryOutcome.Found found)
            throw new CaseFailedException($"The question is an order: {found.Order.VenueOrderId}");
        var margin = cost.InitialMargin is { } initial ? $", initial margin {initial.Before} to {initial.After}" : "";
        return $"commission {fee.Amount} ({fee.Minimum} to {fee.Maximum}) {fee.Currency}{margin}";
    }

    private static async Task<OrderCost> Told(IOrderPreview preview, OrderTicket ticket, CancellationToken ct) =>
        await preview.Preview(ticket, ct) switch
        {
            PreviewOutcome.Told told => told.Cost,
            var other => throw new CaseFailedException($"It was not told: {other}"),
        };

    private static IEnumerable<MarginEffect> Margins(OrderCost cost) =>
        new[] { cost.InitialMargin, cost.MaintenanceMargin, cost.EquityWithLoan }.OfType<MarginEffect>();

    // A venue rounds each figure by itself.
    private static bool AddsUp(MarginEffect margin) => margin is not { Before: { } before, Change: { } change, After: { } after }
        || Math.Abs(before + change - after) <= 1m;

    private static string Name(BrokerOrder order) => order.VenueOrderId;
}
