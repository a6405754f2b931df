using System.Collections.Concurrent;
using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Takes what must leave to its venues, each venue by itself. The orders of one pair go one after the other, since whether the next may
/// leave depends on what became of the one before. Inside the turn is only what reads and writes; a venue is waited for outside of it.
/// </summary>
internal sealed partial class Departures(
    ITransactions transactions,
    VenueLanes lanes,
    OrdersOnTheirWay onTheirWay,
    UncalledOrders uncalled,
    IEnumerable<LiveVenue> live,
    SenderSignal signal,
    ILogger<Departures> log) : IDisposable
{
    private readonly HashSet<string> wires = live.Select(venue => venue.Name).ToHashSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> underWay = new();
    private CancellationTokenSource hurry = new();

    /// <summary>Returns at once. Called by one at a time.</summary>
    public void Begin(IReadOnlyList<Dispatch> dispatches, CancellationToken ct)
    {
        // A halt's cancels do not wait for what has the lane, nor do those that wait there already.
        if (dispatches.Any(dispatch => dispatch is Dispatch.Cancel { InHalt: true })) hurry.Cancel();
        else if (hurry.IsCancellationRequested) hurry = new CancellationTokenSource();
        foreach (var cancel in dispatches.OfType<Dispatch.Cancel>()) Go([cancel], ct);
        foreach (var pair in dispatches.OfType<Dispatch.Submit>().GroupBy(submit => submit.Order.Intent.ClearanceId)) Go([.. pair], ct);
    }

    /// <summary>Ends when nothing is on its way any more.</summary>
    public Task Rest() => Task.WhenAll(underWay.Keys);

    public void Dispose() => hurry.Dispose();

    private void Go(Dispatch[] unit, CancellationToken ct)
    {
        // A cancel that is still on its way is due until it is recorded.
        Dispatch[] fresh = [.. unit.Where(one => onTheirWay.Add(IdOf(one)))];
        // Deferred, and taken up again before who called it had left.
        uncalled.Keep(unit.Except(fresh));
        if (fresh.Length == 0) return;
        var going = Send(fresh, hurry.Token, ct);
        underWay[going] = 0;
        _ = going.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task Send(IReadOnlyList<Dispatch> unit, CancellationToken hastened, CancellationToken ct)
    {
        await Task.Yield();
        var (reached, left, errand) = (false, new Queue<Dispatch>(unit), new Errand());
        try
        {
            while (left.TryPeek(out var dispatch))
            {
                errand = new Errand();
                reached |= await Pass(dispatch, errand, hastened, ct);
                onTheirWay.Remove(IdOf(left.Dequeue()));
            }
        }
        catch (DbException failure)
        {
            Postponed(log, failure.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // what its venue was called for is asked for by the next run
        }
        catch (Exception failure)
        {
            Failed(log, failure);
        }
        finally
        {
            GiveUp(left, errand);
        }
        // An answer may ask for more: the other leg's cancel, an unwinding. A venue that cannot be reached is left alone for a while.
        if (reached) signal.Give();
    }

    // What its venue was called for is asked for. What is behind it, and it too when its call had not begun, never left.
    private void GiveUp(Queue<Dispatch> left, Errand errand)
    {
        if (errand.HasBegun && left.TryDequeue(out var called)) onTheirWay.Remove(IdOf(called));
        uncalled.Keep(left);
        foreach (var cancel in left.OfType<Dispatch.Cancel>()) onTheirWay.Remove(IdOf(cancel));
    }

    private Task<bool> Pass(Dispatch dispatch, Errand errand, CancellationToken hastened, CancellationToken ct)
    {
        var venue = dispatch.Order.Intent.Venue;
        return dispatch is Dispatch.Cancel
            ? lanes.WithinOrBeside(venue, () => Send(dispatch, errand, ct), hastened, ct)
            : lanes.Within(venue, () => Send(dispatch, errand, ct), ct);
    }

    private async Task<bool> Send(Dispatch dispatch, Errand errand, CancellationToken ct)
    {
        // The paper venue lives in the transaction, so there it is one, and what it does is undone with it.
        if (!wires.Contains(dispatch.Order.Intent.Venue))
            return await transactions.RunExclusive(
                async (scope, inner) => await Record(scope, dispatch, await Call(scope, dispatch, inner), inner), ct);
        var result = await transactions.RunExclusive(
            (scope, inner) =>
            {
                scope.GetRequiredService<Errands>().Current = errand;
                return Call(scope, dispatch, inner);
            },
            ct);
        // That nothing left is the venue's adapter's own word.
        if (result.Events is [BrokerEvent.Deferred]) errand.HasBegun = false;
        return await transactions.RunExclusive((scope, inner) => Record(scope, dispatch, result, inner), ct);
    }

    private static Task<DispatchResult> Call(IServiceProvider scope, Dispatch dispatch, CancellationToken ct) =>
        scope.GetRequiredService<SendToBroker>().Handle(dispatch, ct);

    private static async Task<bool> Record(IServiceProvider scope, Dispatch dispatch, DispatchResult result, CancellationToken ct)
    {
        await scope.GetRequiredService<RecordDispatch>().Handle(dispatch, result, ct);
        return result.Reached;
    }

    private static ClientOrderId IdOf(Dispatch dispatch) => dispatch.Order.Intent.ClientOrderId;

    [LoggerMessage(5103, LogLevel.Warning, "sending waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5104, LogLevel.Error, "sending failed; what it left submitted is asked for")]
    private static partial void Failed(ILogger logger, Exception failure);
}
