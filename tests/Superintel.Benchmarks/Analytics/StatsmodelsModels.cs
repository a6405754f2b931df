using System.Diagnostics;
using System.Globalization;

namespace Superintel.Benchmarks.Analytics;

/// <summary>Seconds that statsmodels takes for the same models on as many bars, where a python3 with statsmodels is installed.</summary>
internal static class StatsmodelsModels
{
    private const string Python = "/usr/bin/python3";

    private const string Script =
        """
        import time, warnings, numpy as np
        from statsmodels.tsa.api import VAR
        from statsmodels.tsa.vector_ar.vecm import VECM
        from statsmodels.tsa.ar_model import AutoReg
        from statsmodels.tsa.arima.model import ARIMA
        from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression
        warnings.simplefilter("ignore")
        r = np.random.default_rng(1).normal(size=(4, 999))
        w = np.cumsum(np.hstack([np.zeros((4, 1)), r]), axis=1)
        c = r[0] * np.where(np.arange(999) // 100 % 2 == 0, 1, 2.5)
        for t in range(1, 999):
            c[t] += 0.3 * c[t - 1]
        def least(name, call, runs):
            best = 1e9
            for _ in range(runs):
                t = time.perf_counter(); call(); best = min(best, time.perf_counter() - t)
            print(name, best)
        least("var", lambda: VAR(r.T).fit(2), 5)
        least("vecm", lambda: VECM(w[:2].T, k_ar_diff=1, coint_rank=1, deterministic="ci").fit(), 5)
        least("ar", lambda: AutoReg(r[0], 5).fit(), 5)
        least("arima", lambda: ARIMA(c, order=(1, 0, 1)).fit(), 3)
        least("markov", lambda: MarkovRegression(c, 2, switching_variance=True).fit(), 3)
        """;

    /// <summary>Seconds by name; empty where it is not installed.</summary>
    public static IReadOnlyDictionary<string, double> Run()
    {
        var seconds = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (!File.Exists(Python))
            return seconds;
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var name, var value])
                seconds[name] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        process.WaitForExit();
        return seconds;
    }
}
