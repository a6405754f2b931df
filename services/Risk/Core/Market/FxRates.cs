using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>
/// Rates of exchange as the bars of FX instruments told them, or as the operator declared where no bar did. What neither told is not known:
/// there is no default of one.
/// </summary>
public sealed class FxRates
{
    private readonly Dictionary<(string From, string To), decimal> rates = [];

    /// <param name="declared">Units of <paramref name="to"/> per unit of a currency; what was observed goes before.</param>
    public static FxRates From(
        IEnumerable<(Instrument Instrument, LastClose Close)> observed, IReadOnlyDictionary<string, decimal> declared, Currency to)
    {
        var fx = new FxRates();
        foreach (var (instrument, close) in observed)
        {
            if (instrument.FxBase is { } unit && close.Close > 0m) fx.rates[(unit.Code, instrument.Currency.Code)] = close.Close;
        }
        foreach (var (from, rate) in declared)
            if (!fx.rates.ContainsKey((from, to.Code)) && !fx.rates.ContainsKey((to.Code, from))) fx.rates[(from, to.Code)] = rate;
        return fx;
    }

    /// <summary>The amount in another currency, through the pair quoted either way round.</summary>
    /// <returns>Null when no bar told the rate.</returns>
    public decimal? Convert(Money money, Currency to)
    {
        if (money.Currency == to || money.Amount == 0m) return money.Amount;
        if (rates.TryGetValue((money.Currency.Code, to.Code), out var direct)) return money.Amount * direct;
        return rates.TryGetValue((to.Code, money.Currency.Code), out var inverse) ? money.Amount / inverse : null;
    }
}
