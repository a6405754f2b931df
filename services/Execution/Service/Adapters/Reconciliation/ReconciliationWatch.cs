using System.Data.Common;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Goes on comparing the book with the venues while the service runs: an answer that was missed, an order closed by hand, a position that
/// nobody ordered. Each venue is followed by itself: one that cannot be asked changes nothing, and keeps no other from being compared; what
/// was blocked stays blocked.
/// </summary>
internal sealed partial class ReconciliationWatch(
    VenueComparison comparison, VenueGate gate, ITransactions transactions, ExecutionOptions options, ILogger<ReconciliationWatch> log)
    : BackgroundService
{
    // The adapters' own deadlines end a question; this ends a venue that trickles.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(gate.All.Select(standing => Follow(standing.Venue, stoppingToken)));

    private async Task Follow(string venue, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.ReconcileEvery);
        while (!ct.IsCancellationRequested && await timer.WaitForNextTickAsync(ct))
        {
            // One that waits for its first comparison is asked by the gate.
            if (gate.IsOpen(venue)) await Compare(venue, ct);
        }
    }

    private async Task Compare(string venue, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await comparison.Handle(venue, patience.Token);
        }
        catch (Exception failure) when (failure is BrokerUnavailableException or DbException)
        {
            Postponed(log, venue, failure.Message);
            await Fail(venue, failure.Message, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Postponed(log, venue, "no answer in time");
            await Fail(venue, "no answer in time", ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Failed(log, failure, venue);
            await Fail(venue, failure.Message, ct);
        }
    }

    // A person hears of it once: from here on nothing is opened there until it answers again.
    private async Task Fail(string venue, string reason, CancellationToken ct)
    {
        gate.Fail(venue, reason);
        if (gate.Silent(venue) is not { IsTold: false } silent) return;
        try
        {
            await transactions.RunExclusive(
                async (scope, inner) =>
                {
                    var at = scope.GetRequiredService<TimeProvider>().GetUtcNow();
                    await scope.GetRequiredService<IOrderAlerts>().Raise(OrderAlert.Silent(silent, at), inner);
                },
                ct);
            gate.Tell(venue);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Untold(log, failure, venue);
        }
    }

    [LoggerMessage(5211, LogLevel.Warning, "the comparison with {Venue} waits: {Reason}")]
    private static partial void Postponed(ILogger logger, string venue, string reason);

    [LoggerMessage(5215, LogLevel.Error, "that {Venue} is silent could not be told; the next comparison that fails tells it")]
    private static partial void Untold(ILogger logger, Exception failure, string venue);

    [LoggerMessage(5212, LogLevel.Error, "the comparison with {Venue} failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure, string venue);
}
