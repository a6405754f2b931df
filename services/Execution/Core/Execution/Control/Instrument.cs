using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>What Execution needs to know of an instrument.</summary>
/// <param name="AssetClass">Null: a class this version does not know, and cannot route.</param>
/// <param name="LotSize">Units.</param>
/// <param name="TickSize">Smallest step of a price, quote currency; zero: not known.</param>
public sealed record Instrument(
    InstrumentId Id, AssetClass? AssetClass, Currency Currency, decimal LotSize, decimal TickSize, bool Tradable)
{
    /// <exception cref="FormatException">An id or a currency that cannot be read.</exception>
    public static Instrument From(InstrumentListed listed) => new(
        InstrumentId.Parse(listed.InstrumentId),
        Enum.TryParse<AssetClass>(listed.AssetClass, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        new Currency(listed.Currency),
        listed.LotSize,
        listed.TickSize,
        listed.Tradable);
}
