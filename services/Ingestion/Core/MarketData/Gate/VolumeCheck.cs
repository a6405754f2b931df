namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>A known volume is not negative, not a slipped digit, and not zero where the price moved.</summary>
public static class VolumeCheck
{
    public static IEnumerable<GateFailure> Check(BarCandidate bar, GateContext context)
    {
        if (bar.Volume is not { } volume) yield break;
        if (volume < 0m) yield return Wrong($"negative: {volume}");
        if (volume == 0m && Moved(bar, context.Track.Last)) yield return Wrong("zero although the price moved");
        if (context.Track.Volumes.Length < context.Limits.LeastReturns) yield break;
        var median = Median([.. context.Track.Volumes]);
        if (volume > median * context.Limits.VolumeSpike) yield return Wrong($"spike: {volume}, the median is {median}");
    }

    private static GateFailure Wrong(string detail) => new(GateCheck.Volume, detail);

    private static bool Moved(BarCandidate bar, Bar? last) =>
        bar.High != bar.Low || (last is not null && bar.Close is not null && bar.Close != last.Close);

    private static decimal Median(decimal[] sample)
    {
        Array.Sort(sample);
        return sample[sample.Length / 2];
    }
}
