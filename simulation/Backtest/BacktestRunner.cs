using Superintel.Approval;
using Superintel.Approval.Tiers;
using Superintel.Ingestion;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Risk;
using Superintel.Simulation.Desk;
using Superintel.Simulation.Scheduling;

namespace Superintel.Simulation.Backtest;

/// <summary>Runs the simulated desk over recorded data and reports.</summary>
public sealed class BacktestRunner(BacktestRequest request)
{
    /// <param name="progress">Gets the share of slices done, 0 to 1.</param>
    public async Task<BacktestReport> Run(IProgress<double> progress, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        var (desk, recorder) = await Play(progress, ct);
        return await Report(desk, recorder, Options().Risk, TimeProvider.System.GetElapsedTime(started), ct);
    }

    /// <summary>The run alone, for who wants to look at more than the report.</summary>
    /// <param name="progress">Gets the share of slices done, 0 to 1.</param>
    public async Task<(SimulatedDesk Desk, BacktestRecorder Recorder)> Play(IProgress<double> progress, CancellationToken ct)
    {
        var options = Options();
        var recorder = new BacktestRecorder();
        var scheduler = new Scheduler(request.InterleavingSeed);
        scheduler.Observe(recorder.Observe);
        var clock = new VirtualTime(request.From ?? DateTimeOffset.UnixEpoch);
        var desk = new SimulatedDesk(options, new RecordedFolder(request.DataFolder), scheduler, clock);
        await desk.Start(ct);
        var total = desk.Ingestion.Remaining;
        // A report of nothing would look like a strategy that does not trade.
        if (total == 0) throw new RecordedDataException($"No bar is recorded {Span(request)}.");
        while (await desk.Step(ct)) progress.Report(1 - (double)desk.Ingestion.Remaining / total);
        return (desk, recorder);
    }

    private static string Span(BacktestRequest request) =>
        $"from {request.From?.ToString("yyyy-MM-dd") ?? "the first"} to {request.To?.ToString("yyyy-MM-dd") ?? "the last"}";

    private DeskOptions Options()
    {
        var defaults = new DeskOptions();
        return defaults with
        {
            Ingestion = new IngestionOptions { Replay = new ReplayOptions { From = request.From, To = request.To } },
            Approval = new ApprovalOptions { HumanPolicy = Enum.Parse<HumanPolicy>(request.Approvals, ignoreCase: true) },
            Execution = defaults.Execution with { Paper = defaults.Execution.Paper with { Seed = request.Seed } },
        };
    }

    private static async Task<BacktestReport> Report(
        SimulatedDesk desk, BacktestRecorder recorder, RiskOptions risk, TimeSpan elapsed, CancellationToken ct)
    {
        var journal = await desk.Journal.Verify.Handle(ct);
        if (!journal.Valid) throw new InvalidOperationException($"The journal of this very run is broken: {journal.FirstBroken}.");
        return new BacktestReport(
            recorder.Orders.Compute(),
            recorder.Orders.Orders,
            recorder.Fills,
            recorder.Trips.Count,
            recorder.Currency,
            risk.InitialCapital,
            recorder.Equity.Count > 0 ? recorder.Equity[^1].NetAssetValue : risk.InitialCapital,
            recorder.Commissions,
            Performance.MaxDrawdown(recorder.Equity),
            Performance.Sharpe(recorder.Equity),
            recorder.Bars,
            recorder.Slices,
            recorder.Signals,
            recorder.Declined,
            recorder.Vetoed,
            recorder.Denied,
            journal.Entries,
            journal.HeadHash,
            recorder.Trips,
            recorder.Equity,
            elapsed.TotalSeconds);
    }
}
