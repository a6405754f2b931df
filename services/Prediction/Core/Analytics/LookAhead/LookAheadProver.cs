namespace Superintel.Prediction.Analytics.LookAhead;

/// <summary>Proves that a study does not see the future: with every bar after a cut taken away, it must say the same,
/// bit for bit.</summary>
public static class LookAheadProver
{
    /// <summary>Cuts at every k-th bar and compares everything said up to the cut.</summary>
    /// <param name="study">The study; it is run once on all bars and once per cut.</param>
    /// <param name="series">Aligned series, oldest first.</param>
    /// <param name="every">Distance of the cuts in bars, at least 1.</param>
    /// <param name="progress">Told the share of the bars cut at, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between cuts.</param>
    /// <returns>The first violation by cut, output and bar, or null: the study is honest at every cut.</returns>
    public static LookAheadViolation? Find(
        IBarStudy study,
        IReadOnlyList<double[]> series,
        int every,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        int bars = series[0].Length;
        var full = study.Compute(series);
        for (int cut = study.WarmUp + 1; cut < bars; cut += every)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(cut / (double)bars);
            double[][] past = [.. series.Select(s => s[..cut])];
            if (Compare(study, full, study.Compute(past), cut) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    private static LookAheadViolation? Compare(
        IBarStudy study, IReadOnlyList<double[]> full, IReadOnlyList<double[]> truncated, int cut)
    {
        for (int output = 0; output < study.Outputs.Count; output++)
        {
            for (int bar = 0; bar < cut; bar++)
            {
                long with = BitConverter.DoubleToInt64Bits(full[output][bar]);
                long without = BitConverter.DoubleToInt64Bits(truncated[output][bar]);
                if (with != without)
                {
                    return new LookAheadViolation(study.Outputs[output], bar, cut, full[output][bar], truncated[output][bar]);
                }
            }
        }

        return null;
    }
}
