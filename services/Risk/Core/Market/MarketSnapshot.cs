using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>What risk knows of the market at one moment: instruments, their last closes, rates of exchange.</summary>
public sealed class MarketSnapshot
{
    // Both at once: a book is priced while a trade waits.
    private readonly Dictionary<InstrumentId, (Instrument? Instrument, LastClose? Close)> known = [];

    public MarketSnapshot(IEnumerable<Instrument> instruments, IEnumerable<LastClose> closes, RiskOptions options)
    {
        foreach (var instrument in instruments) known.Add(instrument.Id, (instrument, null));
        foreach (var close in closes) known[close.Instrument] = (known.GetValueOrDefault(close.Instrument).Instrument, close);
        var observed = known.Values
            .Where(one => one is { Instrument.FxBase: not null, Close: not null })
            .Select(one => (one.Instrument!, one.Close!));
        Fx = FxRates.From(observed, options.DeclaredRates, options.Base);
    }

    public FxRates Fx { get; }

    public Instrument? Find(InstrumentId id) => known.GetValueOrDefault(id).Instrument;

    public LastClose? Last(InstrumentId id) => known.GetValueOrDefault(id).Close;

    /// <summary>What a signed quantity is worth at the last close, in <paramref name="currency"/>.</summary>
    /// <returns>Null when the instrument, its close or the rate of exchange is unknown.</returns>
    public decimal? Value(InstrumentId id, decimal quantity, Currency currency) =>
        known.GetValueOrDefault(id) is ({ } instrument, { } last)
            ? Fx.Convert(new Money(quantity * last.Close, instrument.Currency), currency)
            : null;
}
