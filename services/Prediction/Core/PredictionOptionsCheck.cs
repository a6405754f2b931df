using Superintel.Kernel;

namespace Superintel.Prediction;

/// <summary>Checks settings against their documented bounds and against each other; reports every fault at once.</summary>
public static class PredictionOptionsCheck
{
    /// <returns>One sentence per fault, empty when all is well.</returns>
    public static IReadOnlyList<string> Faults(PredictionOptions options) =>
        [.. Windows(options), .. Pairs(options), .. Weights(options), .. Stances(options), .. Models(options)];

    private static IEnumerable<string> Windows(PredictionOptions o)
    {
        if (o.IntervalList.Count == 0) yield return "Intervals names no bar length.";
        foreach (var interval in o.IntervalList)
            if (!BarInterval.TryParse(interval, out _)) yield return $"Intervals: '{interval}' is not a bar length such as 5m, 1h or 1d.";
        if (o.Panel.Bars is < 50 or > 10_000) yield return "Panel:Bars lies in 50 to 10000.";
        if (o.Panel.MissingBars is < 0 or > 1000) yield return "Panel:MissingBars lies in 0 to 1000.";
        if (o.Discovery.WindowBars is < 60 or > 5000) yield return "Discovery:WindowBars lies in 60 to 5000.";
        if (o.Features.WindowBars is < 60 or > 5000) yield return "Features:WindowBars lies in 60 to 5000.";
        if (Math.Max(o.Discovery.WindowBars, o.Features.WindowBars) + o.Panel.MissingBars > o.Panel.Bars)
            yield return "Panel:Bars must hold the longer of the two windows and the missing bars.";
        if (o.Features.ZScoreBars < 10 || o.Features.ZScoreBars > o.Features.WindowBars)
            yield return "Features:ZScoreBars lies in 10 to Features:WindowBars.";
        if (!(o.Features.KalmanNoiseRatio is > 0 and < 1)) yield return "Features:KalmanNoiseRatio lies between 0 and 1.";
    }

    private static IEnumerable<string> Pairs(PredictionOptions o)
    {
        var d = o.Discovery;
        if (d.RefreshBars is < 1 or > 1000) yield return "Discovery:RefreshBars lies in 1 to 1000.";
        if (!(d.MinimumCorrelation is >= -1 and <= 1)) yield return "Discovery:MinimumCorrelation lies in -1 to 1.";
        if (d.MaximumLag is < 0 or > 20) yield return "Discovery:MaximumLag lies in 0 to 20.";
        if (!(d.FalseDiscoveryRate is > 0 and <= 1)) yield return "Discovery:FalseDiscoveryRate lies above 0, to 1.";
        if (!(d.ReversePValue is > 0 and <= 1)) yield return "Discovery:ReversePValue lies above 0, to 1.";
        if (!(d.BrokenPValue is > 0 and <= 1)) yield return "Discovery:BrokenPValue lies above 0, to 1.";
        if (!(d.MinimumHalfLifeBars > 0 && d.MaximumHalfLifeBars > d.MinimumHalfLifeBars))
            yield return "Discovery: 0 < MinimumHalfLifeBars < MaximumHalfLifeBars.";
        if (!(d.MinimumHedgeRatio > 0 && d.MaximumHedgeRatio > d.MinimumHedgeRatio))
            yield return "Discovery: 0 < MinimumHedgeRatio < MaximumHedgeRatio.";
        if (d.MaximumPairs is < 1 or > 1000) yield return "Discovery:MaximumPairs lies in 1 to 1000.";
        if (d.MaximumPairsPerInstrument is < 1 or > 1000) yield return "Discovery:MaximumPairsPerInstrument lies in 1 to 1000.";
    }

    private static IEnumerable<string> Weights(PredictionOptions o)
    {
        var e = o.Ensemble;
        double[] weights = [e.Statistical, e.MachineLearning, e.Sentiment, e.MacroRegime];
        if (weights.Any(weight => !(weight is >= 0 and <= 1)) || !(weights.Sum() > 0))
            yield return "Ensemble: base weights lie in 0 to 1, and one of them above 0.";
        if (!(e.DirectionThreshold is >= 0 and <= 1)) yield return "Ensemble:DirectionThreshold lies in 0 to 1.";
        if (!(e.ConfidenceThreshold is >= 0 and <= 1)) yield return "Ensemble:ConfidenceThreshold lies in 0 to 1.";
    }

    private static IEnumerable<string> Stances(PredictionOptions o)
    {
        var s = o.Stance;
        if (!(s.ExitZ >= 0 && s.EntryZ > s.ExitZ && s.StopZ > s.EntryZ)) yield return "Stance: 0 <= ExitZ < EntryZ < StopZ.";
        if (!(s.TimeStopHalfLives > 0)) yield return "Stance:TimeStopHalfLives lies above 0.";
        if (s.LeastTimeStopBars < 1) yield return "Stance:LeastTimeStopBars is 1 or more.";
        if (s.CoolDownBars < 0 || s.CoolDownAfterStopBars < 0) yield return "Stance: cool-downs are 0 or more bars.";
    }

    private static IEnumerable<string> Models(PredictionOptions o)
    {
        var m = o.Models;
        if (!(m.RollingZScore.Enter > 0 && m.RollingZScore.Full > m.RollingZScore.Enter))
            yield return "Models:RollingZScore: 0 < Enter < Full.";
        if (!(m.KalmanHedge.Enter > 0 && m.KalmanHedge.Full > m.KalmanHedge.Enter)) yield return "Models:KalmanHedge: 0 < Enter < Full.";
        if (!(m.KalmanHedge.GreatestDrift > 0)) yield return "Models:KalmanHedge:GreatestDrift lies above 0.";
        var e = m.ErrorCorrection;
        if (!(e.Enter > 0 && e.Full > e.Enter)) yield return "Models:ErrorCorrection: 0 < Enter < Full.";
        if (!(e.LeastT > 0 && e.LongestHalfLifeBars > 0))
            yield return "Models:ErrorCorrection: LeastT and LongestHalfLifeBars lie above 0.";
        var u = m.OrnsteinUhlenbeck;
        if (!(u.RoundTripCost >= 0 && u.LeastEnter >= 0))
            yield return "Models:OrnsteinUhlenbeck: RoundTripCost and LeastEnter are 0 or more.";
        if (!(u.FullBeyond > 0 && u.LongestHalfLifeBars > 0))
            yield return "Models:OrnsteinUhlenbeck: FullBeyond and LongestHalfLifeBars lie above 0.";
    }
}
