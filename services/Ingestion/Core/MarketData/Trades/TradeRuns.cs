namespace Superintel.Ingestion.MarketData.Trades;

/// <summary>
/// Trades that wait to be told, oldest first. Neighbours of one side become one, which changes nothing for whoever counts in volume; when
/// there are too many, the oldest go.
/// </summary>
public sealed class TradeRuns
{
    /// <summary>Runs that wait at most.</summary>
    public const int Most = 2_000;

    private readonly LinkedList<MarketTrade> runs = [];

    /// <summary>Runs that nobody took in time.</summary>
    public long Dropped { get; private set; }

    public bool IsEmpty => runs.Count == 0;

    public void Add(MarketTrade trade)
    {
        if (trade.Quantity <= 0m) return;
        if (runs.Last is { } last && last.Value.BuyShare == trade.BuyShare)
        {
            last.ValueRef = trade with { Quantity = last.Value.Quantity + trade.Quantity };
            return;
        }
        runs.AddLast(trade);
        if (runs.Count <= Most) return;
        runs.RemoveFirst();
        Dropped++;
    }

    /// <summary>All of them; then none waits.</summary>
    public IReadOnlyList<MarketTrade> Take()
    {
        if (runs.Count == 0) return [];
        MarketTrade[] taken = [.. runs];
        runs.Clear();
        return taken;
    }
}
