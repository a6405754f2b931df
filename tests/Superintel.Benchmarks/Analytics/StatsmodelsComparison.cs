using System.Diagnostics;
using System.Globalization;

namespace Superintel.Benchmarks.Analytics;

/// <summary>statsmodels' speed on the same job, where a python3 with statsmodels is installed.</summary>
internal static class StatsmodelsComparison
{
    // Debian's: the one that its package python3-statsmodels serves.
    private const string Python = "/usr/bin/python3";

    private const string Script =
        "import time,warnings,numpy as np\n"
        + "from statsmodels.tsa.stattools import coint\n"
        + "import statsmodels\n"
        + "warnings.simplefilter('ignore')\n"
        + "s=np.cumsum(np.random.default_rng(1).normal(size=(24,1000)),axis=1)\n"
        + "coint(s[0],s[1],trend='c',maxlag=12,autolag='aic')\n"
        + "n=0;t=time.perf_counter()\n"
        + "for i in range(24):\n"
        + "    for j in range(i+1,24):\n"
        + "        coint(s[i],s[j],trend='c',maxlag=12,autolag='aic');n+=1\n"
        + "print(n/(time.perf_counter()-t),statsmodels.__version__)\n";

    /// <summary>Pairs per second and version, or null where it is not installed.</summary>
    public static (double PairsPerSecond, string Version)? Run()
    {
        if (!File.Exists(Python))
            return null;
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        return Answer(start);
    }

    private static (double, string)? Answer(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 && words.Length == 2 ? (double.Parse(words[0], CultureInfo.InvariantCulture), words[1]) : null;
    }
}
