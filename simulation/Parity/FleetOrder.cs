using System.Globalization;
using Superintel.Contracts.Events.V1;

namespace Superintel.Simulation.Parity;

/// <summary>What has to be the same of an order in the fleet and in the simulation.</summary>
/// <param name="Status">How it ended; open while it has not.</param>
public sealed record FleetOrder(
    string ClientOrderId,
    string DecisionId,
    string InstrumentId,
    string Side,
    decimal Quantity,
    DateTimeOffset SubmittedAt,
    string Status,
    decimal CumulativeQuantity,
    decimal? AveragePrice)
{
    // The simulation tells only ends.
    private static readonly string[] ends = ["filled", "canceled", "rejected", "expired"];

    public static FleetOrder Of(OrderSubmitted order, OrderClosed? end) => new(
        order.ClientOrderId, order.DecisionId, order.InstrumentId, order.Side, order.Quantity, order.OccurredAt, end?.Status ?? "open",
        end?.CumulativeQuantity ?? 0m, end?.AveragePrice);

    /// <summary>Two ways to write one state, made one.</summary>
    public FleetOrder Settled() =>
        ends.Contains(Status) ? this : this with { Status = "open", CumulativeQuantity = 0m, AveragePrice = null };

    /// <summary>Each field that differs, as a person reads it.</summary>
    public IEnumerable<string> DifferencesFrom(FleetOrder simulated)
    {
        if (InstrumentId != simulated.InstrumentId) yield return $"instrument {InstrumentId} against {simulated.InstrumentId}";
        if (Side != simulated.Side) yield return $"side {Side} against {simulated.Side}";
        if (Quantity != simulated.Quantity) yield return $"quantity {Text(Quantity)} against {Text(simulated.Quantity)}";
        if (SubmittedAt != simulated.SubmittedAt) yield return $"submitted {SubmittedAt:u} against {simulated.SubmittedAt:u}";
        if (Status != simulated.Status) yield return $"status {Status} against {simulated.Status}";
        if (CumulativeQuantity != simulated.CumulativeQuantity)
            yield return $"filled {Text(CumulativeQuantity)} against {Text(simulated.CumulativeQuantity)}";
        if (AveragePrice != simulated.AveragePrice) yield return $"price {Text(AveragePrice)} against {Text(simulated.AveragePrice)}";
    }

    private static string Text(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "none";
}
