using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Benchmarks.Analytics;

/// <summary>Single kernels against their goals.</summary>
internal static class KernelBenchmark
{
    private const int SweepRules = 10_000;
    private const int SweepBars = 2520;

    public static void Run(TextWriter output, bool quick)
    {
        int runs = quick ? 5 : 25;
        double[][] walks = BenchmarkUniverse.Walks(12, 1000, 7);
        Kalman(output, walks, runs);
        double[] columns = [.. walks.SelectMany(w => w)];
        double[] values = new double[12];
        double[] vectors = new double[144];
        double johansen = Measured.Seconds(() => Johansen.Solve(columns, 1000, 0, 1, values, vectors), runs);
        Line(output, "Johansen, 12 series x 1,000", johansen * 1e3, "ms", 2);
        double adf = Measured.Seconds(() => Repeat(100, () => AugmentedDickeyFuller.Test(walks[0])), runs) / 100;
        Line(output, "ADF, AIC, 1,000 bars", adf * 1e6, "us", 60);
        double[] million = BenchmarkUniverse.Walks(1, 1_000_000, 8)[0];
        double[] scores = new double[million.Length];
        Line(output, "rolling z-score, 1,000,000 bars", Measured.Seconds(() => ZScore.Rolling(million, 60, scores), runs) * 1e3, "ms", 5);
        Backtests(output, runs);
    }

    private static void Kalman(TextWriter output, double[][] walks, int runs)
    {
        double seconds = Measured.Seconds(
            () =>
            {
                var filter = KalmanHedgeRatio.WithDelta(1e-4, 1e-3);
                for (int round = 0; round < 100; round++)
                {
                    for (int t = 0; t < 1000; t++)
                        filter.Update(walks[0][t], walks[1][t]);
                }
            },
            runs);
        Line(output, "Kalman hedge update", seconds / 1e5 * 1e9, "ns", 50);
    }

    private static void Backtests(TextWriter output, int runs)
    {
        double[][] prices = [.. BenchmarkUniverse.Walks(2, SweepBars, 9).Select(w => Array.ConvertAll(w, Math.Exp))];
        var windows = new WalkForwardOptions();
        var tape = PairTape.WalkForward(prices[0], prices[1], windows);
        PairRule[] rules =
        [
            .. Enumerable.Range(0, SweepRules).Select(i => new PairRule(1 + (0.02 * (i % 100)), -0.5 + (0.014 * (i / 100)))),
        ];
        var costs = new PairCosts(1, 1, 1, 0, 50);
        double sweep = Measured.Seconds(
            () => ParameterSweep.Run(tape, rules, costs, 10_000, 252, null, CancellationToken.None), Math.Max(2, runs / 8));
        Line(output, "sweep, 10,000 rules x 2,520 bars", sweep, "s", 2);
        double steps = SweepRules * (double)(SweepBars - windows.TrainBars) / sweep;
        string verdict = steps >= 20e6 ? "met" : "MISSED";
        output.WriteLine($"{"pair backtest",-36}{steps / 1e6,12:F1} million bar-pair steps/s   goal at least 20   {verdict}");
    }

    private static void Repeat(int times, Action call)
    {
        for (int i = 0; i < times; i++)
            call();
    }

    private static void Line(TextWriter output, string name, double value, string unit, double goal) =>
        output.WriteLine($"{name,-36}{value,12:F2} {unit}   goal under {goal} {unit}   {(value < goal ? "met" : "MISSED")}");
}
