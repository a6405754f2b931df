using Superintel.Execution.Reconciliation;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Compares the book with the venues before the bus, the API or the sender start: no order before the comparison. A venue that cannot be
/// asked keeps the service from starting, and the fleet starts it again.
/// </summary>
internal sealed partial class ReconciliationGate(ITransactions transactions, ILogger<ReconciliationGate> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var report = await transactions.RunExclusive(
            (scope, ct) => scope.GetRequiredService<ReconcileWithVenues>().Handle(ReconcileOrders.Open, ct), cancellationToken);
        Compared(log, report.Asked, report.Changed.Length, report.Unanswered.Length, report.Mismatches.Length);
        foreach (var mismatch in report.Mismatches)
            Blocked(log, mismatch.Instrument.ToString(), mismatch.Venue, mismatch.Theirs, mismatch.Ours);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5201, LogLevel.Information,
        "{Asked} open orders compared with their venues: {Changed} moved, {Unanswered} unanswered, {Mismatches} positions differ")]
    private static partial void Compared(ILogger logger, int asked, int changed, int unanswered, int mismatches);

    [LoggerMessage(5202, LogLevel.Error, "{Instrument} is blocked: {Venue} holds {Theirs}, the ledger says {Ours}")]
    private static partial void Blocked(ILogger logger, string instrument, string venue, decimal theirs, decimal ours);
}
