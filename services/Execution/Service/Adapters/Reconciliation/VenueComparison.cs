using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Compares one venue in a transaction of its own, and says what was found. The venue is asked outside of the turn, while nothing of ours
/// is on its way there. The first one that comes through lets orders go there.
/// </summary>
internal sealed partial class VenueComparison(
    Interviews interviews,
    VenueLanes lanes,
    StandingQuestions standing,
    LastComparisons last,
    VenueGate gate,
    TimeProvider clock,
    SenderSignal signal,
    ILogger<VenueComparison> log)
{
    /// <exception cref="BrokerUnavailableException">The venue could not be asked.</exception>
    public async Task Handle(string venue, CancellationToken ct)
    {
        var isFirst = !gate.IsOpen(venue);
        var wasAway = gate.All.FirstOrDefault(one => one.Venue == venue) is { Failures: > 0 };
        var began = clock.GetUtcNow();
        var report = await lanes.Within(
            venue, () => interviews.Run((scope, interview, inner) => Compare(scope, interview, venue, isFirst, inner), ct), ct);
        last.Note(venue, began, report);
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
        if (wasAway) standing.Wake(venue);
        // What was missed may ask for more: the other leg's cancel, an unwinding. And what waited for the venue may go.
        if (isFirst || !report.Changed.IsEmpty) signal.Give();
    }

    private static async Task<ReconciliationReport> Compare(
        IServiceProvider scope, Interview interview, string venue, bool isFirst, CancellationToken ct)
    {
        var held = (await scope.GetRequiredService<IFillLedger>().Positions(ct)).Where(position => position.Venue == venue);
        interview.Hold(string.Join(';', held.Select(one => $"{one.Account} {one.Instrument} {one.Quantity}")));
        return isFirst
            ? await scope.GetRequiredService<CompareFirst>().Handle(venue, ct)
            // What it has sent in this run the sender asks for itself.
            : await scope.GetRequiredService<ReconcileWithVenues>().Handle(venue, ReconcileOrders.Working, ct);
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
