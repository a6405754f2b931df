using System.Collections.Concurrent;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>All questions that wait, by request id; those that have none on the wire use fixed negative ones.</summary>
internal sealed class PendingTable
{
    public const int Time = -10;
    public const int Positions = -11;
    public const int OpenOrders = -12;
    public const int CompletedOrders = -13;
    public const int OrderIds = -14;

    private readonly ConcurrentDictionary<int, IPending> waiting = new();
    private TwsException? broken;

    public Pending<TRow> Open<TRow>(int id, int mostRows)
    {
        var pending = new Pending<TRow>(mostRows);
        waiting[id] = pending;
        if (broken is { } failure) pending.Fail(failure);
        return pending;
    }

    public void Close(int id) => waiting.TryRemove(id, out _);

    public void Add<TRow>(int id, TRow row)
    {
        if (waiting.TryGetValue(id, out var pending)) pending.Add(row);
    }

    public bool Waits(int id) => waiting.ContainsKey(id);

    public void Complete(int id)
    {
        if (waiting.TryRemove(id, out var pending)) pending.Complete();
    }

    public bool Fail(int id, TwsException failure)
    {
        if (!waiting.TryRemove(id, out var pending)) return false;
        pending.Fail(failure);
        return true;
    }

    public void FailAll(TwsException failure)
    {
        broken = failure;
        foreach (var id in waiting.Keys.Order().ToArray()) Fail(id, failure);
    }
}
