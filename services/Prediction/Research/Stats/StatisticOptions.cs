using System.CommandLine;
using System.CommandLine.Parsing;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Research.Stats;

/// <summary>Options shared by the statistics.</summary>
internal static class StatisticOptions
{
    public static Option<string> Trend(string fallback, params string[] allowed)
    {
        var option = new Option<string>("--regression", "--trend")
        {
            Description = $"Deterministic terms: {string.Join(", ", allowed)}.",
            DefaultValueFactory = _ => fallback,
        };
        option.AcceptOnlyFromAmong(allowed);
        return option;
    }

    public static Option<string> AutoLag()
    {
        string[] allowed = ["aic", "bic", "t-stat", "none"];
        var option = new Option<string>("--autolag")
        {
            Description = "How the lag is chosen: AIC, BIC, t-stat or none.",
            DefaultValueFactory = _ => "AIC",
            CustomParser = OneOf(allowed),
        };
        option.CompletionSources.Add(allowed);
        return option;
    }

    public static Option<int?> MaximumLag() =>
        new("--max-lag", "--maxlag") { Description = "Longest lag. Default: 12 (T/100)^(1/4), rounded up." };

    public static Option<int?> Lags(string description) => new("--lags", "--nlags", "--k-ar-diff") { Description = description };

    public static DeterministicTrend ToTrend(string word) => word switch
    {
        "n" => DeterministicTrend.None,
        "c" => DeterministicTrend.Constant,
        "ct" => DeterministicTrend.ConstantTrend,
        _ => DeterministicTrend.ConstantTrendSquared,
    };

    public static LagSelection ToSelection(string word) => word.ToUpperInvariant() switch
    {
        "AIC" => LagSelection.Akaike,
        "BIC" => LagSelection.Bayes,
        "T-STAT" => LagSelection.LastLagT,
        _ => LagSelection.Fixed,
    };

    private static Func<ArgumentResult, string> OneOf(params string[] allowed) => result =>
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!allowed.Contains(text, StringComparer.OrdinalIgnoreCase))
            result.AddError($"'{text}' is none of {string.Join(", ", allowed)}.");
        return text;
    };
}
