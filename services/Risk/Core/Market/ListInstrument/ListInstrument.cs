using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.ListInstrument;

/// <summary>Remembers an instrument before its first bar.</summary>
public sealed class ListInstrument(IInstruments instruments) : IHandle<InstrumentListed>
{
    /// <exception cref="InvalidDataException">The event breaks its contract: unknown asset class or no lot size.</exception>
    public async Task Handle(InstrumentListed happened, CancellationToken ct)
    {
        if (!Enum.TryParse<AssetClass>(happened.AssetClass, ignoreCase: true, out var assetClass))
            throw new InvalidDataException($"{happened.InstrumentId} has the unknown asset class '{happened.AssetClass}'.");
        if (happened.LotSize <= 0m) throw new InvalidDataException($"{happened.InstrumentId} has the lot size {happened.LotSize}.");
        await instruments.Save(
            new Instrument(
                InstrumentId.Parse(happened.InstrumentId),
                assetClass,
                new Currency(happened.Currency),
                happened.LotSize,
                happened.Tradable && assetClass != AssetClass.Index,
                happened.Sector),
            ct);
    }
}
