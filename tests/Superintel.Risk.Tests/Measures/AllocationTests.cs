using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;

namespace Superintel.Risk.Tests.Measures;

/// <summary>What is measured while a trade waits leaves nothing for the collector.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    private static readonly InstrumentId id = InstrumentId.Parse("AAA.XNYS");
    private static readonly double[] left = Some(1, 1000);
    private static readonly double[] right = Some(2, 1000);
    private static readonly double[] total = new double[1000];
    private static readonly double[] memory = new double[1000];
    private static readonly TailWorkspace workspace = new();
    private static readonly double[] matrix = new double[30 * 30];
    private static readonly ReturnPanel panel = new(
        [.. Enumerable.Range(0, 30).Select(i => $"S{i}")], [.. Enumerable.Range(0, 30).Select(i => Some(i, 500))]);

    public static IEnumerable<TestCaseData> Measures =>
    [
        Case("historical tail", () => TailRisk.Historical(left, 0.95).Cvar),
        Case("components of cvar", () => TailContribution.Of(panel, left.AsSpan(0, 30), 0.95, total.AsSpan(0, 30), memory.AsSpan(0, 30))),
        Case("normal tail", () => TailEstimator.Estimate(left, 0.95, TailMethod.Normal).Cvar),
        Case("Cornish-Fisher tail", () => TailEstimator.Estimate(left, 0.95, TailMethod.CornishFisher).Cvar),
        Case("Student t tail", () => TailEstimator.Estimate(left, 0.99, TailMethod.StudentT, workspace).Cvar),
        Case("filtered historical tail", () => TailEstimator.Estimate(left, 0.99, TailMethod.FilteredHistorical, workspace).Cvar),
        Case("Monte Carlo tail", () => TailEstimator.Estimate(left, 0.99, TailMethod.MonteCarlo, workspace).Cvar),
        Case("sample covariance", () => CovarianceEstimator.Estimate(panel, CovarianceMethod.Sample, matrix)),
        Case("EWMA covariance", () => CovarianceEstimator.Estimate(panel, CovarianceMethod.Ewma, matrix)),
        Case("Ledoit-Wolf covariance", () => CovarianceEstimator.Estimate(panel, CovarianceMethod.LedoitWolf, matrix)),
        Case("OAS covariance", () => CovarianceEstimator.Estimate(panel, CovarianceMethod.Oas, matrix)),
        Case("drawdowns", () => Drawdowns.Of(left).Maximum),
        Case("liquidity horizon", () => LiquidityHorizon.Of(1e6, 2e5, 0.1).RiskScale),
        Case("correlation", () => Correlation.Pearson(left, right)),
        Case("correlation with a pair", () => new CenteredSample(left, memory).CorrelateAndAdd(0.5, right, -0.5, left, total)),
        Case("concentration", () => Concentration.Of(left).Herfindahl),
        Case("book imbalance", () => (double)BookMeasures.Adverse(Book(), Side.Buy)),
        Case("book wall", () => (double)BookMeasures.Wall(Book(), Side.Buy)),
        Case("book share", () => (double)BookMeasures.Share(Book(), Side.Sell, 10m)),
        Case("VPIN", () => (double)Book().Flow.Vpin!.Value),
    ];

    [TestCaseSource(nameof(Measures))]
    public void Measure_allocates_nothing(Func<double> measure) => Assert.That(Least(measure), Is.Zero);

    [Test]
    public void Expected_shortfall_of_an_instrument_allocates_nothing()
    {
        var history = History(500);
        Assert.That(Least(() => history.Cvar(id, 0.02, 0.95)), Is.Zero);
    }

    [Test]
    public void Chain_allocates_no_more_for_a_longer_history()
    {
        long Of(int days)
        {
            var make = Input(days);
            Assert.That(VerdictChain.Decide(make()).Reasons.Select(reason => reason.Code.Code), Is.Empty);
            var inputs = new Queue<VerdictInput>(Enumerable.Range(0, 40).Select(_ => make()));
            return Least(() => VerdictChain.Decide(inputs.Dequeue()).Stages.Length);
        }

        Assert.That(Of(120), Is.EqualTo(Of(480)).And.LessThan(20_000));
    }

    // The collector may take back what the pool keeps for the next call: the least of several is what the call itself allocates.
    private static long Least(Func<double> measure)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 40; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            measure();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static Func<VerdictInput> Input(int days)
    {
        var desk = new Desk(new RiskOptions { HistoryDays = days }, days + 10);
        desk.Hold("d0", "CCC.XNYS~EEE.XNYS", 50, buysA: false);
        var risk = desk.Risk;
        var evidence = new GatherEvidence(
            risk.Verdicts, risk.Reservations, risk.KillSwitch, risk.Breakers, risk.Closes, risk.Books, risk.Restricted,
            risk.External, new ReadPortfolio(risk.Positions, risk.Cash, desk.Options),
            new ReadMarket(risk.Instruments, risk.Closes, desk.Options), risk.ReadLimits, desk.Options, desk.Clock);
        var proposal = Proposal.From(desk.Proposal());
        return () => Desk.Done(evidence.For(proposal, CancellationToken.None));
    }

    private static ReturnHistory History(int days)
    {
        var price = 100m;
        var closes = Some(3, days + 1).Select((move, day) => new DailyClose(
            new DateOnly(2000, 1, 1).AddDays(day), price *= 1m + decimal.Round((decimal)move, 4)));
        return ReturnHistory.From([new DailyCloses(id, [.. closes])], days);
    }

    private static BookSnapshot Book() => book;

    private static readonly BookSnapshot book = new(
        id,
        Desk.Start,
        [.. Enumerable.Range(0, 20).Select(i => new BookLevel(50m - (i * 0.01m), 100m + i))],
        [.. Enumerable.Range(1, 20).Select(i => new BookLevel(50m + (i * 0.01m), 100m + i))],
        TradeFlow.Of(10m).Add(Enumerable.Range(0, 60).Select(i => new TradePrint(10m, i % 2 == 0))));

    private static TestCaseData Case(string name, Func<double> measure) =>
        new TestCaseData(measure).SetName($"Measure_allocates_nothing({name})");

    private static double[] Some(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.04 * (random.NextDouble() - 0.5))];
    }
}
