using System.Data.Common;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Goes on comparing the book with the venues while the service runs: an answer that was missed, an order closed by hand, a position that
/// nobody ordered. A venue that cannot be asked changes nothing, and keeps no other from being compared; what was blocked stays blocked.
/// </summary>
internal sealed partial class ReconciliationWatch(
    VenueComparison comparison, VenueGate gate, ExecutionOptions options, ILogger<ReconciliationWatch> log) : BackgroundService
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
            gate.Fail(venue, failure.Message);
            Postponed(log, venue, failure.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            gate.Fail(venue, failure.Message);
            Failed(log, failure, venue);
        }
    }

    [LoggerMessage(5211, LogLevel.Warning, "the comparison with {Venue} waits: {Reason}")]
    private static partial void Postponed(ILogger logger, string venue, string reason);

    [LoggerMessage(5212, LogLevel.Error, "the comparison with {Venue} failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure, string venue);
}
