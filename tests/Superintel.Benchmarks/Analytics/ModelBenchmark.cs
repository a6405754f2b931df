using Superintel.Prediction.Analytics.AutoRegression;
using Superintel.Prediction.Analytics.Copulas;
using Superintel.Prediction.Analytics.Multivariate;
using Superintel.Prediction.Analytics.RegimeSwitching;
using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Benchmarks.Analytics;

/// <summary>Fits of whole models on 1,000 bars, beside statsmodels' where it has the model.</summary>
internal static class ModelBenchmark
{
    private const int Bars = 1000;

    public static void Run(TextWriter output, bool quick)
    {
        int runs = quick ? 3 : 15;
        double[][] walks = BenchmarkUniverse.Walks(4, Bars, 11);
        double[][] returns = [.. walks.Select(Differences)];
        double[] levels = [.. walks.Take(2).SelectMany(w => w)];
        double[] changes = [.. returns.SelectMany(r => r)];
        double[] clustered = Clustered(returns[0]);
        var (u, v) = (PseudoObservations.Of(returns[0]), PseudoObservations.Of(returns[1]));
        var reference = StatsmodelsModels.Run();
        Line(output, "VAR(2), 4 series", () => VectorAutoregression.Fit(changes, Bars - 1, 2), runs, reference, "var");
        Line(output, "VECM, 2 series", () => VectorErrorCorrection.Fit(levels, Bars), runs, reference, "vecm");
        Line(output, "AR(5)", () => AutoRegressive.Fit(returns[0], 5), runs, reference, "ar");
        Line(output, "ARIMA(1,0,1)", () => Arima.Fit(clustered, 1, 0, 1, true), runs, reference, "arima");
        Line(output, "Markov switching", () => MarkovSwitching.Fit(clustered), runs, reference, "markov");
        Line(output, "GARCH(1,1)", () => Garch.Fit(clustered), runs, reference, null);
        Line(output, "EGARCH(1,1)", () => Egarch.Fit(clustered), runs, reference, null);
        Line(output, "hidden Markov chain, 2 states", () => GaussianHiddenMarkov.Fit(clustered), runs, reference, null);
        Line(output, "six copulas", () => CopulaSelection.FitAll(u, v), runs, reference, null);
    }

    private static void Line(
        TextWriter output, string name, Action fit, int runs, IReadOnlyDictionary<string, double> reference, string? peer)
    {
        double seconds = Measured.Seconds(fit, runs);
        string beside = peer is not null && reference.TryGetValue(peer, out double theirs)
            ? $"   statsmodels {theirs * 1e3,10:F2} ms   {theirs / seconds,8:F1} times"
            : "";
        output.WriteLine($"{name,-36}{seconds * 1e3,12:F3} ms{beside}");
    }

    private static double[] Differences(double[] walk) => [.. walk.Skip(1).Zip(walk, (next, last) => 100 * (next - last))];

    // Calm and wild stretches of 100 bars, with an echo of the bar before: something for every model to find.
    private static double[] Clustered(double[] returns)
    {
        double[] path = new double[returns.Length];
        for (int t = 0; t < path.Length; t++)
            path[t] = (returns[t] * (t / 100 % 2 == 0 ? 1 : 2.5)) + (t > 0 ? 0.3 * path[t - 1] : 0);
        return path;
    }
}
