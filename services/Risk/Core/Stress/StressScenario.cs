using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Stress;

/// <summary>A move of the markets, applied at once.</summary>
/// <param name="Name">Stable, kebab-case.</param>
/// <param name="Assets">Simple return of an asset class, dimensionless; a class that is not named does not move.</param>
/// <param name="Currencies">Simple return of a currency in US dollars; one that is not named does not move.</param>
/// <param name="Source">Where the returns come from.</param>
public sealed record StressScenario(
    string Name, ImmutableSortedDictionary<AssetClass, double> Assets, ImmutableSortedDictionary<string, double> Currencies, string Source)
{
    /// <summary>The name of one that is drawn: it has no moves of its own.</summary>
    public static StressScenario Drawn(string name, string source) => new(
        name,
        ImmutableSortedDictionary<AssetClass, double>.Empty,
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal),
        source);

    /// <summary>Simple return of an instrument in its quote currency.</summary>
    /// <remarks>A pair of currencies moves by the quotient of the two; whatever its class is shocked by is not added.</remarks>
    public double Shock(Instrument instrument) => instrument.FxBase is { } bought
        ? ((1 + Of(bought)) / (1 + Of(instrument.Currency))) - 1
        : Assets.GetValueOrDefault(instrument.AssetClass);

    /// <summary>The same move, times a factor; a price does not fall below zero.</summary>
    /// <param name="factor">Not negative.</param>
    public StressScenario Scaled(double factor) => this with
    {
        Assets = Assets.ToImmutableSortedDictionary(shock => shock.Key, shock => Math.Max(-1, shock.Value * factor)),
        // A currency worth nothing has no quotient with another: it keeps a ten-thousandth.
        Currencies = Currencies.ToImmutableSortedDictionary(
            shock => shock.Key, shock => Math.Max(-0.9999, shock.Value * factor), StringComparer.Ordinal),
    };

    private double Of(Currency currency) => Currencies.GetValueOrDefault(currency.Code);
}
