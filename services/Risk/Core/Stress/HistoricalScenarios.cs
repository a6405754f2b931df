using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Stress;

/// <summary>Days and weeks that happened, as returns of the markets.</summary>
public static class HistoricalScenarios
{
    public static StressScenario BlackMonday1987 { get; } = new(
        "black-monday-1987", Shares(-0.226), Still, "19 October 1987, Dow Jones Industrial Average; Brady Report (1988)");

    public static StressScenario Russia1998 { get; } = new(
        "russia-ltcm-1998", Shares(-0.190), Still, "17 July to 31 August 1998, closes of SPY");

    public static StressScenario Crisis2008 { get; } = new(
        "crisis-2008", Shares(-0.165), Still, "30 September to 31 October 2008, closes of SPY");

    public static StressScenario FlashCrash2010 { get; } = new(
        "flash-crash-2010", Shares(-0.101), Still, "6 May 2010, low of SPY on the close before");

    /// <summary>The floor under the euro is taken away: the franc in dollars, and the dollar's shares.</summary>
    public static StressScenario Franc2015 { get; } = new(
        "franc-2015", Shares(-0.009), Still.Add("CHF", 0.187),
        "15 January 2015, USD/CHF from 1.0205 to about 0.86 in reports of the day; close of SPY");

    public static StressScenario Pandemic2020 { get; } = new(
        "pandemic-2020", Shares(-0.118).Add(AssetClass.Crypto, -0.388), Still,
        "16 March 2020, mean of 52 shares of the S&P 500; 12 March 2020, BTC-USD at Coinbase");

    public static StressScenario Crypto2022 { get; } = new(
        "crypto-2022", Assets.Add(AssetClass.Crypto, -0.371), Still, "31 May to 30 June 2022, BTC-USD at Coinbase");

    /// <summary>Oldest first.</summary>
    public static ImmutableArray<StressScenario> All { get; } =
        [BlackMonday1987, Russia1998, Crisis2008, FlashCrash2010, Franc2015, Pandemic2020, Crypto2022];

    private static ImmutableSortedDictionary<AssetClass, double> Assets => ImmutableSortedDictionary<AssetClass, double>.Empty;

    private static ImmutableSortedDictionary<string, double> Still =>
        ImmutableSortedDictionary<string, double>.Empty.WithComparers(StringComparer.Ordinal);

    // An option is taken as its underlying: what it loses beyond or short of that is not modelled.
    private static ImmutableSortedDictionary<AssetClass, double> Shares(double shock) => Assets
        .Add(AssetClass.Equity, shock).Add(AssetClass.Option, shock).Add(AssetClass.Index, shock);
}
