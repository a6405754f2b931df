using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>What risk knows of the market at one moment: instruments, their last closes, rates of exchange.</summary>
public sealed class MarketSnapshot
{
    private readonly Dictionary<InstrumentId, Instrument> instruments;
    private readonly Dictionary<InstrumentId, LastClose> closes;

    public MarketSnapshot(IEnumerable<Instrument> instruments, IEnumerable<LastClose> closes)
    {
        this.instruments = instruments.ToDictionary(i => i.Id);
        this.closes = closes.ToDictionary(c => c.Instrument);
        Fx = FxRates.From(this.instruments.Values
            .Where(i => i.FxBase is not null && this.closes.ContainsKey(i.Id))
            .Select(i => (i, this.closes[i.Id])));
    }

    public FxRates Fx { get; }

    public Instrument? Find(InstrumentId id) => instruments.GetValueOrDefault(id);

    public LastClose? Last(InstrumentId id) => closes.GetValueOrDefault(id);

    /// <summary>What a signed quantity is worth at the last close, in <paramref name="currency"/>.</summary>
    /// <returns>Null when the instrument, its close or the rate of exchange is unknown.</returns>
    public decimal? Value(InstrumentId id, decimal quantity, Currency currency) =>
        Find(id) is { } instrument && Last(id) is { } last
            ? Fx.Convert(new Money(quantity * last.Close, instrument.Currency), currency)
            : null;
}
