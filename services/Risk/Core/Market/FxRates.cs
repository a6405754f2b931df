using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>Rates of exchange as the bars of FX instruments told them. What was not observed is not known: there is no default of
/// one.</summary>
public sealed class FxRates
{
    private readonly Dictionary<(string From, string To), decimal> rates = [];

    public static FxRates From(IEnumerable<(Instrument Instrument, LastClose Close)> observed)
    {
        var fx = new FxRates();
        foreach (var (instrument, close) in observed)
        {
            if (instrument.FxBase is { } unit && close.Close > 0m) fx.rates[(unit.Code, instrument.Currency.Code)] = close.Close;
        }
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
