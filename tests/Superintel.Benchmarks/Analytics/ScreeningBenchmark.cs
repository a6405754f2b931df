using System.Runtime.Intrinsics;
using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Benchmarks.Analytics;

/// <summary>All pairs of 500 series x 1,000 bars, lag up to 12 by Akaike's criterion.</summary>
internal static class ScreeningBenchmark
{
    private const int Series = 500;
    private const int Bars = 1000;

    public static void Run(TextWriter output, bool quick)
    {
        double[][] universe = BenchmarkUniverse.Walks(Series, Bars, 5);
        int pairs = Series * (Series - 1) / 2;
        double limit = ArithmeticLimit.FlopsPerSecond();
        double one = OnePair(universe, quick ? 60 : 160);
        output.WriteLine($"arithmetic limit of one core        {limit / 1e9,10:F1} GFLOP/s");
        output.WriteLine($"one pair at a time                  {one,12:N0} pairs/s");
        double best = 0;
        foreach (var (width, usable) in Widths())
        {
            if (!usable)
                continue;
            double forward = pairs / Time(universe, new PairScreenOptions(12, false, 1, width), quick);
            double both = 2 * pairs / Time(universe, new PairScreenOptions(12, true, 1, width), quick);
            best = Math.Max(best, forward);
            output.WriteLine($"{width,-12} one direction          {forward,12:N0} pairs/s   {forward / one,6:F1} x one pair");
            output.WriteLine($"{width,-12} both directions        {both,12:N0} tests/s   {both / one,6:F1} x one pair");
        }

        // Fourteen sums over all bars, a multiplication and an addition each: the part that cannot be saved.
        double needed = 2.0 * SumsPerPair * (Bars - 1) * best;
        output.WriteLine($"sums over time at that speed        {needed / 1e9,10:F1} GFLOP/s, {needed / limit:P0} of the limit");
        int workers = Environment.ProcessorCount;
        double all = pairs / Time(universe, new PairScreenOptions(12, false, workers), quick);
        output.WriteLine($"{workers} workers, one direction          {all,12:N0} pairs/s   {all / best,6:F2} x one worker");
        if (StatsmodelsComparison.Run() is { } other)
        {
            double ratio = best / other.PairsPerSecond;
            output.WriteLine($"statsmodels {other.Version,-14}          {other.PairsPerSecond,12:F1} pairs/s   ratio {ratio:N0}");
        }
        else
        {
            output.WriteLine("statsmodels                         not installed here: no ratio");
        }
    }

    private const int SumsPerPair = 14;

    private static double OnePair(double[][] universe, int series)
    {
        double[][] some = universe[..series];
        double seconds = Measured.Seconds(
            () => PairScreen.Run(some, new PairScreenOptions(12, false, 1, ScreenWidth.OnePair), null, CancellationToken.None), 2);
        return series * (series - 1) / 2 / seconds;
    }

    private static double Time(double[][] universe, PairScreenOptions options, bool quick) =>
        Measured.Seconds(() => PairScreen.Run(universe, options, null, CancellationToken.None), quick ? 3 : 12);

    private static (ScreenWidth Width, bool Usable)[] Widths() =>
    [
        (ScreenWidth.Bits512, Vector512.IsHardwareAccelerated),
        (ScreenWidth.Bits256, Vector256.IsHardwareAccelerated),
        (ScreenWidth.Bits128, Vector128.IsHardwareAccelerated),
    ];
}
