using System.Runtime.InteropServices;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;

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
    private DateTimeOffset complete = clock.GetUtcNow();

    /// <summary>Notes that an order is about to leave. False: this process has noted it before.</summary>
    /// <param name="isOld">It is older than what this process remembers: an earlier one may have sent it.</param>
    public bool IsFirst(ClientOrderId id, DateTimeOffset createdAt, out bool isOld)
    {
        lock (gate)
        {
            isOld = createdAt < complete;
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(sent, id, out var isKnown);
            if (isKnown) return false;
            at = clock.GetUtcNow();
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

    /// <summary>Of all orders, whoever sent them.</summary>
    public BinanceWorking Working { get; } = new();

    /// <summary>What the exchange says of an order now.</summary>
    public void Note(SpotOrder told)
    {
        if (BinanceEvents.StatusOf(told.Status) == BrokerOrderStatus.Working)
            Working.Works(told.Symbol, told.ClientOrderId, told.Side, told.Type, told.Quantity - told.Executed);
        else Working.Ends(told.Symbol, told.ClientOrderId);
        if (told.Executed > 0m) Working.Traded(told.Symbol);
    }

    /// <summary>What the exchange says of an order unasked.</summary>
    public void Note(ExecutionReport told)
    {
        if (BinanceEvents.StatusOf(told.Status) == BrokerOrderStatus.Working)
            Working.Works(told.Symbol, told.ClientOrderId, told.Side, told.OrderType, told.Quantity - told.CumulativeQuantity);
        else Working.Ends(told.Symbol, told.ClientOrderId);
        if (told.Execution == ExecutionType.Trade) Working.Traded(told.Symbol);
    }
}
