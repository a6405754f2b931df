using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Screening;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>A kernel may become at most twice as slow as its recorded ratio to a fixed loop measured in the same run: a ratio, not a
/// time.</summary>
[NonParallelizable]
[Category("Speed")]
internal sealed class KernelSpeedTests
{
    // Recorded on an AMD EPYC with AVX-512, .NET 10, Release; docs/analytics.md says how. One unit: 100,000 dependent multiply-adds.
    private static readonly (string Kernel, double Recorded)[] Ratios =
    [
        ("adf", RecordedRatios.DickeyFuller),
        ("engle-granger", RecordedRatios.EngleGranger),
        ("johansen", RecordedRatios.Johansen),
        ("kalman", RecordedRatios.Kalman),
        ("z-score", RecordedRatios.ZScore),
        ("screen", RecordedRatios.Screen),
    ];

    private const int Samples = 60;

    private readonly double[][] _walks = RandomWalks.Universe(1, 48, 1000);
    private readonly double[] _scores = new double[1000];
    private readonly double[] _values = new double[12];
    private readonly double[] _vectors = new double[144];

    [TestCaseSource(nameof(Ratios))]
    public void Kernel_is_not_twice_as_slow_as_recorded((string Kernel, double Recorded) ratio)
    {
        Optimised.Assume(typeof(PairScreen).Assembly);
        var kernel = Kernel(ratio.Kernel);
        double least = double.PositiveInfinity;
        for (int attempt = 0; attempt < 5 && least > 2 * ratio.Recorded; attempt++)
        {
            least = Math.Min(least, ProcessorTime.Least(kernel, Samples) / ProcessorTime.Least(FixedLoop, Samples));
        }

        TestContext.Out.WriteLine($"{ratio.Kernel}: {least:F3}, recorded {ratio.Recorded:F3}");
        Assert.That(least, Is.LessThanOrEqualTo(2 * ratio.Recorded));
    }

    private Action Kernel(string name)
    {
        double[] columns = [.. _walks.Take(12).SelectMany(w => w)];
        return name switch
        {
            "adf" => () => AugmentedDickeyFuller.Test(_walks[0]),
            "engle-granger" => () => EngleGranger.Test(_walks[0], _walks[1]),
            "johansen" => () => Johansen.Solve(columns, 1000, 0, 1, _values, _vectors),
            "kalman" => Filter,
            "z-score" => () => ZScore.Rolling(_walks[0], 60, _scores),
            _ => () => PairScreen.Run(_walks, new PairScreenOptions(), null, CancellationToken.None),
        };
    }

    private void Filter()
    {
        var filter = KalmanHedgeRatio.WithDelta(1e-4, 1e-3);
        for (int t = 0; t < 1000; t++)
        {
            filter.Update(_walks[0][t], _walks[1][t]);
        }
    }

    // The result goes into a field: a loop whose result nobody reads is removed.
    private void FixedLoop()
    {
        double x = 0.5;
        for (int i = 0; i < 100_000; i++)
        {
            x = (x * 0.999999) + 1e-7;
        }

        _scores[0] = x;
    }
}
