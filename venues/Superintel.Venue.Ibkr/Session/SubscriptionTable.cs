using System.Collections.Concurrent;
using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>The running streams by request id.</summary>
internal sealed class SubscriptionTable
{
    private readonly ConcurrentDictionary<int, ISubscription> running = new();

    public void Add(ISubscription subscription) => running[subscription.RequestId] = subscription;

    public void Remove(int id) => running.TryRemove(id, out _);

    public void Deliver<T>(in T update)
    {
        var id = update switch
        {
            TickPrice tick => tick.RequestId,
            RealTimeBar bar => bar.RequestId,
            MarketDepth level => level.RequestId,
            MarketDepthL2 level => level.RequestId,
            HistoricalUpdate bar => bar.RequestId,
            HistoricalData bars => bars.RequestId,
            _ => 0,
        };
        if (running.TryGetValue(id, out var subscription)) subscription.Offer(in update);
    }

    public void Reset(int id)
    {
        if (running.TryGetValue(id, out var subscription)) subscription.Reset();
    }

    /// <summary>After 1100: what is said from now on has a hole before it.</summary>
    public void ResetAll()
    {
        foreach (var id in running.Keys.Order().ToArray()) Reset(id);
    }

    public bool End(int id, TwsException failure)
    {
        if (!running.TryRemove(id, out var subscription)) return false;
        subscription.End(failure);
        return true;
    }

    public void EndAll()
    {
        foreach (var id in running.Keys.Order().ToArray())
            if (running.TryRemove(id, out var subscription)) subscription.End(null);
    }

    /// <summary>After 1101: TWS forgot every stream.</summary>
    public void AskAgain()
    {
        foreach (var id in running.Keys.Order().ToArray())
        {
            if (!running.TryGetValue(id, out var subscription)) continue;
            subscription.Reset();
            _ = AskAgain(subscription);
        }
    }

    private async Task AskAgain(ISubscription subscription)
    {
        try
        {
            await subscription.Ask(CancellationToken.None);
        }
        catch (TwsException)
        {
            // Only a connection that went refuses to send: the stream ends with it, as the others do. A refusal of TWS comes as an answer.
            if (running.TryRemove(subscription.RequestId, out _)) subscription.End(null);
        }
    }
}
