using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>The reference files' words for trends and lag rules.</summary>
internal static class Words
{
    public static DeterministicTrend Trend(string? word) => word switch
    {
        "n" => DeterministicTrend.None,
        "c" => DeterministicTrend.Constant,
        "ct" => DeterministicTrend.ConstantTrend,
        "ctt" => DeterministicTrend.ConstantTrendSquared,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no such trend"),
    };

    public static LagSelection Lags(string? word) => word?.ToLowerInvariant() switch
    {
        null => LagSelection.Fixed,
        "aic" => LagSelection.Akaike,
        "bic" => LagSelection.Bayes,
        "t-stat" => LagSelection.LastLagT,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no such rule"),
    };
}
