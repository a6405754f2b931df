using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>Compares one venue in a transaction of its own, and says what was found. The first one that comes through lets orders go
/// there.</summary>
internal sealed partial class VenueComparison(
    ITransactions transactions, VenueGate gate, SenderSignal signal, ILogger<VenueComparison> log)
{
    /// <exception cref="BrokerUnavailableException">The venue could not be asked.</exception>
    public async Task Handle(string venue, CancellationToken ct)
    {
        var isFirst = !gate.IsOpen(venue);
        var report = await transactions.RunExclusive(
            (scope, inner) => isFirst
                ? scope.GetRequiredService<CompareFirst>().Handle(venue, inner)
                // What it has sent in this run the sender asks for itself.
                : scope.GetRequiredService<ReconcileWithVenues>().Handle(venue, ReconcileOrders.Working, inner),
            ct);
        if (gate.Pass(venue, TimeProvider.System.GetUtcNow()))
        {
            Compared(log, venue, report.Asked, report.Changed.Length, report.Unanswered.Length, report.Mismatches.Length);
        }
        else
        {
            foreach (var order in report.Changed) Missed(log, order.Value);
        }
        foreach (var mismatch in report.Mismatches)
            Differs(log, mismatch.Instrument.ToString(), mismatch.Venue, mismatch.Theirs, mismatch.Ours, mismatch.Since);
        // What was missed may ask for more: the other leg's cancel, an unwinding. And what waited for the venue may go.
        if (isFirst || !report.Changed.IsEmpty) signal.Give();
    }

    [LoggerMessage(5201, LogLevel.Information,
        "{Venue} takes orders: {Asked} open orders compared, {Changed} moved, {Unanswered} unanswered, {Mismatches} positions differ")]
    private static partial void Compared(ILogger logger, string venue, int asked, int changed, int unanswered, int mismatches);

    [LoggerMessage(5213, LogLevel.Warning, "{Order} moved by what its venue told only when it was asked")]
    private static partial void Missed(ILogger logger, string order);

    [LoggerMessage(5214, LogLevel.Error, "{Instrument} takes no new risk: {Venue} holds {Theirs}, the ledger says {Ours}, since {Since}")]
    private static partial void Differs(
        ILogger logger, string instrument, string venue, decimal theirs, decimal ours, DateTimeOffset since);
}
