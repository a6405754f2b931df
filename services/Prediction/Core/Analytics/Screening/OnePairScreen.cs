namespace Superintel.Prediction.Analytics.Screening;

/// <summary>The screen pair by pair: the reference and the last resort.</summary>
internal sealed class OnePairScreen(IReadOnlyList<double[]> series, PairScreenOptions options, PairStatistic[] results)
{
    public void Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        Parallel.For(0, series.Count - 1, parallel, first =>
        {
            for (int second = first + 1; second < series.Count; second++)
            {
                int at = PairScreen.IndexOf(first, second, series.Count);
                results[at] = PairScreen.One(series, first, second, options.MaximumLag);
                if (options.BothDirections)
                {
                    results[(results.Length / 2) + at] = PairScreen.One(series, second, first, options.MaximumLag);
                }
            }

            progress?.Report(Interlocked.Add(ref done, series.Count - 1 - first));
        });
    }
}
