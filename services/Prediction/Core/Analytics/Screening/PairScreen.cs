using System.Runtime.Intrinsics;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>Engle-Granger tests of all pairs of a universe (constant, Akaike's criterion).</summary>
public static class PairScreen
{
    /// <summary>Tests every pair i below j.</summary>
    /// <param name="series">Aligned series of equal length, oldest first, finite and not constant.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told the number of pairs done, from any worker.</param>
    /// <param name="cancellationToken">Stops between rows of pairs.</param>
    /// <returns>The pairs (0,1), (0,2), ... in order; with both directions the reversed ones follow in the same order.</returns>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static PairStatistic[] Run(
        IReadOnlyList<double[]> series, PairScreenOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        Demand(series, options);
        int pairs = series.Count * (series.Count - 1) / 2;
        var results = new PairStatistic[options.BothDirections ? 2 * pairs : pairs];
        switch (Resolve(options))
        {
            case ScreenWidth.Bits512:
                new LaneScreen<Lane512>(series, options, results).Run(progress, cancellationToken);
                break;
            case ScreenWidth.Bits256:
                new LaneScreen<Lane256>(series, options, results).Run(progress, cancellationToken);
                break;
            case ScreenWidth.Bits128:
                new LaneScreen<Lane128>(series, options, results).Run(progress, cancellationToken);
                break;
            default:
                new OnePairScreen(series, options, results).Run(progress, cancellationToken);
                break;
        }

        return results;
    }

    /// <summary>The one-pair version.</summary>
    internal static PairStatistic One(IReadOnlyList<double[]> series, int first, int second, int maximumLag)
    {
        try
        {
            var test = EngleGranger.Test(
                series[first], series[second], DeterministicTrend.Constant, LagSelection.Akaike, maximumLag);
            return new PairStatistic(first, second, test.Statistic, test.PValue, test.UsedLag, test.Slope, null);
        }
        catch (SeriesFaultException fault)
        {
            // A pair of one series in two dresses is an answer of the screen, not a failure of it.
            return new PairStatistic(first, second, 0, 1, -1, 0, fault.Fault.Code);
        }
    }

    /// <summary>Position of a pair i below j in the result.</summary>
    public static int IndexOf(int first, int second, int series) => (first * ((2 * series) - first - 1) / 2) + second - first - 1;

    private static ScreenWidth Resolve(PairScreenOptions options)
    {
        if (options.MaximumLag > SeriesLayout.MaximumLag)
        {
            return ScreenWidth.OnePair;
        }

        return options.Width != ScreenWidth.Widest ? options.Width
            : Vector512.IsHardwareAccelerated ? ScreenWidth.Bits512
            : Vector256.IsHardwareAccelerated ? ScreenWidth.Bits256
            : Vector128.IsHardwareAccelerated ? ScreenWidth.Bits128
            : ScreenWidth.OnePair;
    }

    private static void Demand(IReadOnlyList<double[]> series, PairScreenOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumLag);
        if (series.Count < 2)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, "a screen needs at least two series");
        }

        for (int i = 0; i < series.Count; i++)
        {
            SeriesCheck.Demand(series[i], (2 * options.MaximumLag) + 4, i);
            if (series[i].Length != series[0].Length)
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, "the series are not aligned", i);
            }
        }
    }
}
