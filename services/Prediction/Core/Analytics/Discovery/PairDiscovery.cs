using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>Search for pairs that really cointegrate: screen, control of false findings, confirmation, ranking.</summary>
public static class PairDiscovery
{
    /// <summary>Runs the search over the trailing window of aligned series.</summary>
    /// <param name="series">Aligned series, oldest first.</param>
    /// <param name="options">What a pair must show.</param>
    /// <param name="progress">Told the number of pairs screened.</param>
    /// <param name="cancellationToken">Stops the screen.</param>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static PairDiscoveryResult Find(
        IReadOnlyList<double[]> series, PairDiscoveryOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        double[][] window = Trailing(series, options);
        var screened = PairScreen.Run(window, options.Screen with { BothDirections = true }, progress, cancellationToken);
        return Confirm(window, screened, options, cancellationToken);
    }

    /// <summary>The rows that a search looks at.</summary>
    public static double[][] Trailing(IReadOnlyList<double[]> series, PairDiscoveryOptions options) =>
        [.. series.Select(s => Trailing(s, options.Window))];

    /// <summary>Everything after the screen.</summary>
    /// <param name="window">The screened rows.</param>
    /// <param name="screened">All pairs in both directions, as <see cref="PairScreen"/> gives them.</param>
    /// <param name="options">What a pair must show.</param>
    /// <param name="cancellationToken">Stops between pairs.</param>
    public static PairDiscoveryResult Confirm(
        double[][] window, PairStatistic[] screened, PairDiscoveryOptions options, CancellationToken cancellationToken)
    {
        if (!(options.Rate is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Rate, "a rate is in (0, 1]");
        }

        int pairs = screened.Length / 2;
        int[] tested = [.. Enumerable.Range(0, pairs).Where(i => screened[i].Refusal is null)];
        double[] p = Array.ConvertAll(tested, i => screened[i].PValue);
        double[] q = new double[p.Length];
        FalseDiscoveryRate.Adjust(p, q, options.Method);
        var found = new List<DiscoveredPair>();
        for (int i = 0; i < tested.Length; i++)
        {
            if (q[i] <= options.Rate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var forward = screened[tested[i]];
                found.Add(PairConfirmation.Examine(window, forward, screened[pairs + tested[i]], q[i], tested.Length, options));
            }
        }

        var ranked = found
            .OrderByDescending(f => f.Confirmed)
            .ThenBy(f => f.Forward.PValue)
            .ThenBy(f => f.Forward.First)
            .ThenBy(f => f.Forward.Second);
        return new PairDiscoveryResult(
            [.. ranked], tested.Length, [.. screened.Take(pairs).Where(s => s.Refusal is not null)]);
    }

    private static double[] Trailing(double[] series, int? window)
    {
        if (window is not { } rows)
        {
            return series;
        }

        return rows <= series.Length && rows > 0
            ? series[^rows..]
            : throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, $"{series.Length} observations, the window asks for {rows}");
    }
}
