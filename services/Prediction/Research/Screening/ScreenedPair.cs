using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Analytics.Screening;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Screening;

/// <summary>A pair of a screen as named numbers.</summary>
internal static class ScreenedPair
{
    public static JsonObject Of(SeriesTable table, DiscoveredPair pair) => new()
    {
        ["a"] = table.Names[pair.Forward.First],
        ["b"] = table.Names[pair.Forward.Second],
        ["statistic"] = pair.Forward.Statistic,
        ["pValue"] = pair.Forward.PValue,
        ["usedLag"] = pair.Forward.UsedLag,
        ["qValue"] = pair.QValue,
        ["trials"] = pair.Trials,
        ["halfLife"] = double.IsFinite(pair.HalfLife) ? pair.HalfLife : null,
        ["hedgeRatio"] = pair.Forward.HedgeRatio,
        ["intercept"] = pair.Intercept,
        ["reverseStatistic"] = pair.Reverse.Statistic,
        ["reversePValue"] = pair.Reverse.PValue,
        ["johansenRank"] = pair.JohansenRank,
        ["hurst"] = pair.Hurst,
        ["crossings"] = pair.Crossings,
        ["drift"] = double.IsFinite(pair.Drift) ? pair.Drift : null,
        ["confirmed"] = pair.Confirmed,
        ["objections"] = new JsonArray([.. pair.Objections.Select(o => (JsonNode)o)]),
    };

    public static JsonObject Refused(SeriesTable table, PairStatistic pair) => new()
    {
        ["a"] = table.Names[pair.First],
        ["b"] = table.Names[pair.Second],
        ["code"] = pair.Refusal,
    };
}
