using System.Data.Common;
using System.Diagnostics;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.MarketData.Replay.Ports;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Storage;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Replay;

/// <summary>Drives the replay: lists instruments, stores history, then publishes slice after slice, each step in a transaction of its
/// own.</summary>
internal sealed class ReplayWorker(
    ITransactions transactions,
    RecordedData data,
    ReplayPulse pulse,
    BarBroadcast broadcast,
    MarketDataMeters meters,
    FleetClock clock,
    IngestionOptions options,
    ILogger<ReplayWorker> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // Should a beat be lost, the replay looks by itself this often.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeProvider Wall = TimeProvider.System;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Insist(Prepare, stoppingToken);
        var state = ReplayState.Running;
        while (!stoppingToken.IsCancellationRequested)
        {
            var step = await Insist(Step, stoppingToken);
            if (step.State == ReplayState.Finished && state != ReplayState.Finished) log.Finished(options.Feed);
            state = step.State;
            var pause = (step.NextAt ?? DateTimeOffset.MaxValue) - Wall.GetUtcNow();
            if (pause > TimeSpan.Zero) await pulse.Wait(pause < LookInterval ? pause : LookInterval, stoppingToken);
        }
    }

    private async Task<bool> Prepare(CancellationToken ct)
    {
        // Instruments become known before the first bar, on the replay's calendar.
        if (data.Slices.First is { } first) clock.Advance(first.ClosedAt - first.Interval.Length);
        await transactions.RunExclusive(
            async (scope, inner) =>
            {
                var listed = await scope.GetRequiredService<ListInstruments>().Handle([.. data.Series.Select(s => s.Instrument)], inner);
                var position = (await scope.GetRequiredService<IReplayState>().Load(options.Feed, inner)).Position;
                log.Started(options.Feed, data.Slices.RemainingAfter(position), position?.ToString() ?? "the start", listed);
            },
            ct);
        foreach (var file in data.History)
        {
            var stored = await transactions.RunExclusive(
                (scope, inner) => scope.GetRequiredService<ImportHistory>().Handle(file, Wall.GetUtcNow(), inner), ct);
            if (stored is not null) log.HistoryStored(file.Name, stored.Stored, stored.Quarantined);
        }
        return true;
    }

    private async Task<ReplayStep> Step(CancellationToken ct)
    {
        // One trace leads from here to the fills that come of the slice.
        using var activity = FleetTracing.Source.StartActivity("replay slice", ActivityKind.Producer);
        var step = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<PublishNextSlice>().Handle(Wall.GetUtcNow(), inner), ct);
        if (step.Closed is not { } closed)
        {
            // Looking and finding nothing to do is no trace.
            if (activity is not null) activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return step;
        }
        activity?.SetTag("superintel.slice", closed.Event.EventId);
        foreach (var late in step.GivenUp.Where(w => w.Until > w.Since)) log.WentOn(closed.Event.OccurredAt.ToString("O"), late.Stage,
            late.DecisionId);
        foreach (var alert in closed.Alerts) log.Alert(alert);
        meters.Count(closed);
        broadcast.Tell(closed.Event);
        return step;
    }

    // The store may be away for a while; the replay then stands still and goes on where it was.
    private async Task<T> Insist<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await work(ct);
            }
            catch (DbException away) when (away.IsTransient && !ct.IsCancellationRequested)
            {
                log.StoreAway(pause, away.Message);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.Failed(pause, failure);
            }
            await Task.Delay(pause, ct);
        }
    }
}
