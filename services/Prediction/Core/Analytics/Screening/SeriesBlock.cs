namespace Superintel.Prediction.Analytics.Screening;

/// <summary>As many series as a register has lanes, interleaved; missing ones are zero.</summary>
internal sealed class SeriesBlock
{
    private SeriesBlock(double[] differences, double[] ends)
    {
        Differences = differences;
        Ends = ends;
    }

    /// <summary>One row of lanes per bar.</summary>
    public double[] Differences { get; }

    /// <summary>One row of lanes per entry of <see cref="SeriesLayout"/>.</summary>
    public double[] Ends { get; }

    public static SeriesBlock[] Pack(ScreenedSeries[] series, int lanes, int together)
    {
        int bars = series[0].Differences.Length;
        int group = lanes * together;
        var blocks = new SeriesBlock[(series.Length + group - 1) / group * together];
        for (int b = 0; b < blocks.Length; b++)
        {
            double[] differences = new double[bars * lanes];
            double[] ends = new double[SeriesLayout.Size * lanes];
            for (int lane = 0; lane < lanes && (b * lanes) + lane < series.Length; lane++)
            {
                var one = series[(b * lanes) + lane];
                Interleave(one.Differences, differences, lanes, lane);
                Interleave(one.Ends, ends, lanes, lane);
            }

            blocks[b] = new SeriesBlock(differences, ends);
        }

        return blocks;
    }

    private static void Interleave(double[] source, double[] destination, int lanes, int lane)
    {
        for (int t = 0; t < source.Length; t++)
        {
            destination[(t * lanes) + lane] = source[t];
        }
    }
}
