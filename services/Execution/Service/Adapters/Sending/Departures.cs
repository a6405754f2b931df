using System.Collections.Concurrent;
using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Trading;
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
    IEnumerable<LiveVenue> live,
    SenderSignal signal,
    ILogger<Departures> log)
{
    private readonly HashSet<string> wires = live.Select(venue => venue.Name).ToHashSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> underWay = new();

    /// <summary>Returns at once.</summary>
    public void Begin(IReadOnlyList<Dispatch> dispatches, CancellationToken ct)
    {
        foreach (var cancel in dispatches.OfType<Dispatch.Cancel>()) Go([cancel], ct);
        foreach (var pair in dispatches.OfType<Dispatch.Submit>().GroupBy(submit => submit.Order.Intent.ClearanceId)) Go([.. pair], ct);
    }

    /// <summary>Ends when nothing is on its way any more.</summary>
    public Task Rest() => Task.WhenAll(underWay.Keys);

    private void Go(Dispatch[] unit, CancellationToken ct)
    {
        // A cancel that is still on its way is due until it is recorded.
        Dispatch[] fresh = [.. unit.Where(one => onTheirWay.Add(IdOf(one)))];
        if (fresh.Length == 0) return;
        var going = Send(fresh, ct);
        underWay[going] = 0;
        _ = going.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task Send(IReadOnlyList<Dispatch> unit, CancellationToken ct)
    {
        await Task.Yield();
        var (reached, left) = (false, new Queue<Dispatch>(unit));
        try
        {
            while (left.TryPeek(out var dispatch))
            {
                reached |= await lanes.Within(dispatch.Order.Intent.Venue, () => Send(dispatch, ct), ct);
                onTheirWay.Remove(IdOf(left.Dequeue()));
            }
        }
        catch (DbException failure)
        {
            Postponed(log, failure.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // what it left submitted is asked for by the next run
        }
        catch (Exception failure)
        {
            Failed(log, failure);
        }
        finally
        {
            foreach (var abandoned in left) onTheirWay.Remove(IdOf(abandoned));
        }
        // An answer may ask for more: the other leg's cancel, an unwinding. A venue that cannot be reached is left alone for a while.
        if (reached) signal.Give();
    }

    private async Task<bool> Send(Dispatch dispatch, CancellationToken ct)
    {
        // The paper venue lives in the transaction, so there it is one.
        if (!wires.Contains(dispatch.Order.Intent.Venue))
            return await transactions.RunExclusive(
                async (scope, inner) => await Record(scope, dispatch, await Call(scope, dispatch, inner), inner), ct);
        var result = await transactions.RunExclusive((scope, inner) => Call(scope, dispatch, inner), ct);
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
