using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// What this process has sent. The exchange takes a name again once its order is over, so whether an order may be sent is known here or has
/// to be asked there.
/// </summary>
internal sealed class BinanceMemory(TimeProvider clock)
{
    private const int MostNames = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<ClientOrderId, DateTimeOffset> sent = [];
    private readonly Queue<ClientOrderId> order = new();
    private readonly SortedDictionary<string, HashSet<string>> working = new(StringComparer.Ordinal);
    private DateTimeOffset complete = clock.GetUtcNow();

    /// <summary>Notes that an order is about to leave. False: this process has noted it before.</summary>
    /// <param name="isOld">It is older than what this process remembers: an earlier one may have sent it.</param>
    public bool IsFirst(ClientOrderId id, DateTimeOffset createdAt, out bool isOld)
    {
        lock (gate)
        {
            isOld = createdAt < complete;
            if (sent.ContainsKey(id)) return false;
            sent[id] = clock.GetUtcNow();
            order.Enqueue(id);
            if (order.Count > MostNames && sent.Remove(order.Dequeue(), out var forgotten) && forgotten > complete) complete = forgotten;
            return true;
        }
    }

    /// <summary>It provably did not leave, so it may.</summary>
    public void Forget(ClientOrderId id)
    {
        lock (gate) sent.Remove(id);
    }

    /// <summary>The latest moment at which the order can have been sent, as far as this process knows.</summary>
    public DateTimeOffset SentAt(ClientOrderId id, DateTimeOffset createdAt)
    {
        lock (gate)
        {
            var known = sent.TryGetValue(id, out var at) ? at : complete;
            return known > createdAt ? known : createdAt;
        }
    }

    /// <summary>Working orders of ours in a symbol.</summary>
    public int Working(string symbol)
    {
        lock (gate) return working.TryGetValue(symbol, out var names) ? names.Count : 0;
    }

    public IReadOnlyList<string> Symbols
    {
        get
        {
            lock (gate) return [.. working.Keys];
        }
    }

    /// <summary>An order works, or works no more.</summary>
    public void Note(string symbol, string name, bool isWorking)
    {
        lock (gate)
        {
            if (!working.TryGetValue(symbol, out var names)) working[symbol] = names = new HashSet<string>(StringComparer.Ordinal);
            if (isWorking && names.Count < MostNames) names.Add(name);
            else names.Remove(name);
        }
    }
}
