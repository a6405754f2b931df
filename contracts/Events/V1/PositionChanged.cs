namespace Superintel.Contracts.Events.V1;

/// <summary>A fill, its correction or its late cost moved a position. Positions are kept per pair and instrument; an instrument's position
/// is the sum over pairs.</summary>
/// <param name="Quantity">Signed, units, after the fill: above zero long, below zero short.</param>
/// <param name="AveragePrice">Average cost per unit, quote currency; zero when flat.</param>
/// <param name="RealizedPnl">Of this fill, or what its correction changed, quote currency, before commission.</param>
/// <param name="Commission">Of this fill, or what was added to it (below zero: given back), quote currency; zero
/// when it was paid in a currency whose rate is not known.</param>
/// <param name="Cash">All cash in the base currency after the fill.</param>
/// <param name="UnconvertedCommission">Of this fill, in its own currency, when no rate was known: a cost beside
/// <paramref name="Commission"/>, not part of it. Null when all was converted.</param>
/// <param name="UnconvertedCommissionCurrency">Its currency; null when all was converted.</param>
/// <param name="Correction">Null: of the fill itself; else which later word of the venue it is of, for example 2 or 1/commission.</param>
public sealed record PositionChanged(
    string PairId,
    string InstrumentId,
    string DecisionId,
    string Venue,
    string Account,
    string ExecutionId,
    decimal Quantity,
    decimal AveragePrice,
    string Currency,
    decimal RealizedPnl,
    decimal Commission,
    decimal Cash,
    DateTimeOffset OccurredAt,
    decimal? UnconvertedCommission = null,
    string? UnconvertedCommissionCurrency = null,
    string? Correction = null) : IDecisionEvent
{
    public string EventId => Correction is null
        ? $"position-changed/{Venue}/{Account}/{ExecutionId}"
        : $"position-changed/{Venue}/{Account}/{ExecutionId}/{Correction}";
}
