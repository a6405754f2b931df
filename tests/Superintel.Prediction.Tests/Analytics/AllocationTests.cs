using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Copulas;
using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.RegimeSwitching;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Analytics.Volatility;
using Superintel.Prediction.Tests.Analytics.Models;

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

    [Test]
    public void Filters_of_fitted_models_allocate_nothing()
    {
        double[] shocks = SimulatedReturns.Garch(1, 800, 0, 0.05, 0.1, 0.85);
        var garch = new GarchModel(0, 0.05, 0.1, 0.85, 1, 0, 3, 800);
        var egarch = new EgarchModel(0, 0, 0.1, -0.05, 0.95, 0, 0, 4, 800);
        double[] frames = new HiddenMarkovModel([0.5, 0.5], [[0.9, 0.1], [0.2, 0.8]], [0, 0], [1, 4]).Frames(shocks);
        double[] forward = new double[frames.Length];
        double[] initial = [Math.Log(0.5), Math.Log(0.5)];
        double[] transition = [Math.Log(0.9), Math.Log(0.1), Math.Log(0.2), Math.Log(0.8)];
        var copula = new ClaytonCopula(1.5);
        Demand("GARCH", () => garch.Filter(shocks, _buffer));
        Demand("EGARCH", () => egarch.Filter(shocks, _buffer));
        Demand("exponential variance", () => ExponentialVariance.Filter(shocks, _buffer));
        Demand("Hamilton", () => HamiltonFilter.Filter(0.9, 0.2, frames, _buffer));
        Demand("forward", () => HiddenMarkovRecursion.Forward(initial, transition, frames, forward));
        Demand("backward", () => HiddenMarkovRecursion.Backward(transition, frames, 2, forward));
        Demand("copula", () => copula.Conditional(0.3, 0.6));
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
