using System.Data.Common;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Goes on comparing the book with the venues while the service runs: an answer that was missed, an order closed by hand, a position that
/// nobody ordered. A venue that cannot be asked changes nothing, and keeps no other from being compared; what was blocked stays blocked.
/// </summary>
internal sealed partial class ReconciliationWatch(
    VenueComparison comparison, VenueGate gate, ITransactions transactions, ExecutionOptions options, ILogger<ReconciliationWatch> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ReconcileEvery);
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken))
        {
            // One that waits for its first comparison is asked by the gate.
            foreach (var standing in gate.All.Where(standing => standing.IsCompared)) await Compare(standing.Venue, stoppingToken);
        }
    }

    private async Task Compare(string venue, CancellationToken ct)
    {
        try
        {
            await comparison.Handle(venue, ct);
        }
        catch (Exception failure) when (failure is BrokerUnavailableException or DbException)
        {
            Postponed(log, venue, failure.Message);
            await Fail(venue, failure.Message, ct);
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
