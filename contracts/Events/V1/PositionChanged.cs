namespace Superintel.Contracts.Events.V1;

/// <summary>A fill moved a position. Positions are kept per pair and instrument; an instrument's position is the sum over pairs.</summary>
/// <param name="Quantity">Signed, units, after the fill: above zero long, below zero short.</param>
/// <param name="AveragePrice">Average cost per unit, quote currency; zero when flat.</param>
/// <param name="RealizedPnl">Of this fill, quote currency, before commission.</param>
/// <param name="Commission">Of this fill, quote currency.</param>
/// <param name="Cash">All cash in the base currency after the fill.</param>
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
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"position-changed/{Venue}/{Account}/{ExecutionId}";
}
