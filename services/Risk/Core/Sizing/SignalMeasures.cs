using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Sizing;

/// <summary>The numbers of a signal that was refused, for the journal. What is no finite number is left out: the refusal says so in
/// words.</summary>
internal static class SignalMeasures
{
    private const string Stage = "signal";

    public static IEnumerable<RiskMeasure> Of(SizeRequest request)
    {
        RiskMeasure[] all =
        [
            new(Stage, "direction", request.Direction, null, "ratio"),
            new(Stage, "confidence", request.Confidence, null, "ratio"),
            new(Stage, "hedge-ratio", request.HedgeRatio, null, "ratio"),
            new(Stage, "spread-volatility", request.SpreadVolatility, null, "log"),
            new(Stage, "half-life", request.HalfLifeBars, null, "bars"),
            new(Stage, "z-score", request.ZScore, null, "standard-deviations"),
        ];
        return all.Where(measure => double.IsFinite(measure.Value));
    }

    public static IEnumerable<RiskMeasure> Edge(SizeRequest request, MeanReversion spread, double kelly)
    {
        RiskMeasure[] all =
        [
            new("sizing", "expected-move", spread.ExpectedMove, null, "log"),
            new("sizing", "variance", spread.Variance, null, "log-squared"),
            new("sizing", "kelly", kelly, 0, "fraction-of-nav"),
        ];
        return Of(request).Concat(all.Where(measure => double.IsFinite(measure.Value)));
    }
}
