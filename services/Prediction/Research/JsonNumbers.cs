using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Research;

/// <summary>Numbers of a result; the writer itself refuses NaN and infinity.</summary>
public static class JsonNumbers
{
    public static JsonArray Array(IEnumerable<double> values) => new([.. values.Select(v => (JsonNode)v)]);

    public static JsonArray Matrix(IEnumerable<double[]> rows) => new([.. rows.Select(r => (JsonNode)Array(r))]);

    public static JsonObject? Critical(CriticalValues? values) => values is not { } v
        ? null
        : new JsonObject { ["1%"] = v.OnePercent, ["5%"] = v.FivePercent, ["10%"] = v.TenPercent };
}
