namespace Superintel.Contracts.Events.V1;

/// <summary>An instrument became known or changed. Published before its first bar.</summary>
/// <param name="InstrumentId">SYMBOL.VENUE.</param>
/// <param name="AssetClass">equity, option, future, fx, crypto or index.</param>
/// <param name="Currency">Quote currency, ISO 4217.</param>
/// <param name="LotSize">Smallest step of a quantity, in units.</param>
/// <param name="TickSize">Smallest step of a price, in quote currency.</param>
/// <param name="Tradable">False for what is only observed, such as an index.</param>
/// <param name="Sector">Sector by name, empty when unknown.</param>
public sealed record InstrumentListed(
    string InstrumentId,
    string Name,
    string AssetClass,
    string Currency,
    decimal LotSize,
    decimal TickSize,
    bool Tradable,
    string Sector,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"instrument-listed/{InstrumentId}/{AssetClass}/{Currency}/{LotSize}/{TickSize}/{Tradable}/{Sector}";
}
