using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>The hot kernels leave nothing for the garbage collector.</summary>
internal sealed class AllocationTests
{
    private readonly double[] _y = RandomWalks.Walk(new Random(1), 800);
    private readonly double[] _x = RandomWalks.Walk(new Random(2), 800);
    private readonly double[] _buffer = new double[800];

    [Test]
    public void Hot_kernels_after_the_first_call_allocate_nothing()
    {
        double[] values = new double[4];
        double[] vectors = new double[16];
        double[] columns = [.. _y, .. _x, .. RandomWalks.Walk(new Random(3), 800), .. RandomWalks.Walk(new Random(4), 800)];
        var filter = KalmanHedgeRatio.WithDelta(1e-4, 1e-3);
        var tape = PairTape.WalkForward(Array.ConvertAll(_y, Math.Exp), Array.ConvertAll(_x, Math.Exp), new WalkForwardOptions(100, 50));
        Demand("OLS", () => OrdinaryLeastSquares.Fit(_y, _x));
        Demand("ADF", () => AugmentedDickeyFuller.Test(_y));
        Demand("ADF ct, t-stat", () => AugmentedDickeyFuller.Test(_y, DeterministicTrend.ConstantTrend, LagSelection.LastLagT));
        Demand("KPSS", () => Kpss.Test(_y));
        Demand("Phillips-Perron", () => PhillipsPerron.Test(_y));
        Demand("variance ratio", () => VarianceRatio.Test(_y, 5));
        Demand("Zivot-Andrews", () => ZivotAndrews.Test(_y, BreakModel.Level, LagSelection.Fixed, 2));
        Demand("Engle-Granger", () => EngleGranger.Test(_y, _x));
        Demand("Johansen", () => Johansen.Solve(columns, 800, 0, 1, values, vectors));
        Demand("half-life", () => HalfLife.Estimate(_y));
        Demand("Hurst", () => Hurst.VarianceScaling(_y));
        Demand("rescaled range", () => Hurst.RescaledRange(_y));
        Demand("z-score", () => ZScore.Rolling(_y, 60, _buffer));
        Demand("correlation", () => Correlation.Spearman(_y, _x));
        Demand("Kalman", () => filter.Update(_y[3], _x[3]));
        Demand("pair simulator", () => PairSimulator.Run(tape, new PairRule(1, 0), default));
    }

    private static void Demand(string kernel, Action call)
    {
        // The runtime allocates on a thread's behalf while it retranslates a hot method; a kernel that allocates does so on every call.
        long least = long.MaxValue;
        for (int i = 0; i < 200 && least > 0; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero, kernel);
    }
}
