using System.Data.Common;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Goes on comparing the book with the venues while the service runs: an answer that was missed, an order closed by hand, a position that
/// nobody ordered. A venue that cannot be asked changes nothing; what was blocked stays blocked.
/// </summary>
internal sealed partial class ReconciliationWatch(
    ITransactions transactions, ExecutionOptions options, SenderSignal signal, ILogger<ReconciliationWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ReconcileEvery);
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Compare(stoppingToken);
            }
            catch (Exception failure) when (failure is BrokerUnavailableException or DbException)
            {
                Postponed(log, failure.Message);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure);
            }
        }
    }

    private async Task Compare(CancellationToken ct)
    {
        var report = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<ReconcileWithVenues>().Handle(ReconcileOrders.Working, inner), ct);
        foreach (var order in report.Changed) Missed(log, order.Value);
        foreach (var mismatch in report.Mismatches)
            Differs(log, mismatch.Instrument.ToString(), mismatch.Venue, mismatch.Theirs, mismatch.Ours, mismatch.Since);
        // What was missed may ask for more: the other leg's cancel, an unwinding.
        if (!report.Changed.IsEmpty) signal.Give();
    }

    [LoggerMessage(5211, LogLevel.Warning, "the comparison with the venues waits: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5212, LogLevel.Error, "the comparison with the venues failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(5213, LogLevel.Warning, "{Order} moved by what its venue told only when it was asked")]
    private static partial void Missed(ILogger logger, string order);

    [LoggerMessage(5214, LogLevel.Error, "{Instrument} takes no new risk: {Venue} holds {Theirs}, the ledger says {Ours}, since {Since}")]
    private static partial void Differs(
        ILogger logger, string instrument, string venue, decimal theirs, decimal ours, DateTimeOffset since);
}
