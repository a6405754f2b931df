using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData;

/// <summary>What is known about something that has a price.</summary>
/// <param name="LotSize">Smallest step of a quantity, in units; positive.</param>
/// <param name="TickSize">Smallest step of a price, in <paramref name="Currency"/>; positive.</param>
/// <param name="Tradable">False for what is only observed, such as an index.</param>
/// <param name="Sector">Sector by name, empty when unknown.</param>
public sealed record Instrument(
    InstrumentId Id,
    string Name,
    AssetClass AssetClass,
    Currency Currency,
    decimal LotSize,
    decimal TickSize,
    bool Tradable,
    string Sector)
{
    public InstrumentListed Listed(DateTimeOffset at) =>
        new(Id.ToString(), Name, AssetClass.Code(), Currency.Code, LotSize, TickSize, Tradable, Sector, at);
}
