using System.Runtime.CompilerServices;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Puts messages that are read side by side back into the order in which the broker sent them. It numbers what it sends over a channel
/// 1, 2, 3, ...; what was not acknowledged over a channel that broke comes again over the next one.
/// </summary>
internal sealed class ArrivalOrder
{
    private readonly Lock gate = new();
    private readonly Dictionary<ulong, Arrival> here = [];
    private readonly ConditionalWeakTable<object, ArrivalOrder> ended = [];
    private object? current;
    private ulong next = 1;

    /// <summary>The message that all others wait for and that has not come; null when none is missing.</summary>
    public ulong? Missing
    {
        get
        {
            lock (gate)
            {
                SkipWhatLeft();
                return here.Count > 0 && !here.ContainsKey(next) ? next : null;
            }
        }
    }

    /// <summary>Takes note of a message, read or not.</summary>
    /// <exception cref="OperationCanceledException">Its channel is gone; it comes again over another.</exception>
    public Arrival Enter(object channel, ulong number, int bytes)
    {
        lock (gate)
        {
            if (!ReferenceEquals(channel, current)) Follow(channel);
            var arrival = new Arrival(number, bytes);
            here.Add(number, arrival);
            return arrival;
        }
    }

    /// <summary>The message is ready, or has left: whether there is something to take now.</summary>
    public bool Change(Action change)
    {
        lock (gate)
        {
            change();
            SkipWhatLeft();
            return IsNextReady();
        }
    }

    /// <summary>What is ready without a gap, in order, up to the bounds, but at least one; empty when there is nothing.</summary>
    public IReadOnlyList<Arrival> Take(int count, long bytes)
    {
        var taken = new List<Arrival>();
        lock (gate)
        {
            while (taken.Count < count)
            {
                SkipWhatLeft();
                if (!IsNextReady()) break;
                if (taken.Count > 0 && bytes < here[next].Bytes) break;
                bytes -= here[next].Bytes;
                here.Remove(next, out var arrival);
                taken.Add(arrival!);
                next++;
            }
        }

        return taken;
    }

    private bool IsNextReady() => here.TryGetValue(next, out var arrival) && arrival.Happened is not null;

    private void SkipWhatLeft()
    {
        while (here.TryGetValue(next, out var arrival) && arrival.HasLeft) here.Remove(next++);
    }

    private void Follow(object channel)
    {
        if (ended.TryGetValue(channel, out _)) throw new OperationCanceledException("The message's channel is gone.");
        if (current is not null) ended.Add(current, this);
        foreach (var left in here.Values) left.Abandon();
        here.Clear();
        (current, next) = (channel, 1);
    }
}
