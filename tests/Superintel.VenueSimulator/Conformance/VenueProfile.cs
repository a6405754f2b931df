using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>What the cases trade, and what the venue can do.</summary>
/// <param name="IsLive">True: real money. Refused unless told twice.</param>
/// <param name="Quantity">Of each order of the cases, units.</param>
/// <param name="AbsenceProof">How long the adapter waits before an order's absence proves that it was not placed.</param>
public sealed record VenueProfile(
    string Venue, string Account, bool IsLive, InstrumentId Instrument, AssetClass AssetClass, Currency Currency, decimal LotSize,
    decimal TickSize, decimal Quantity, IReadOnlySet<OrderType> OrderTypes, bool HasGoodTillDate,
    TimeSpan AbsenceProof)
{
    /// <summary>Of an order that trades in several executions, units; null: twenty times the usual one.</summary>
    public decimal? SplitQuantity { get; init; }
}
