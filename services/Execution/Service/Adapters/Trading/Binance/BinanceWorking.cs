using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// What works and what is held at the exchange, as far as this process knows: what was told of each order, and every comparison's whole
/// list. Only what is sure is judged by it; the rest is the exchange's to refuse.
/// </summary>
internal sealed class BinanceWorking
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, WorkingOrders> symbols = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> traded = new(StringComparer.Ordinal);
    private Dictionary<string, decimal>? held; // by asset
    private long heldAt;
    private long turn;

    /// <summary>Those in which an order was told of.</summary>
    public IReadOnlyList<string> Symbols
    {
        get
        {
            lock (gate) return [.. symbols.Keys];
        }
    }

    /// <summary>A question is about to be asked: what is noted from now on is newer than its answer.</summary>
    public long Ask()
    {
        lock (gate) return ++turn;
    }

    /// <param name="leaves">Base asset, what has not traded of it.</param>
    public void Works(string symbol, string name, Side side, string type, decimal leaves)
    {
        lock (gate) Of(symbol).Put(name, new WorkingOrder(side, IsStop(type), leaves, ++turn));
    }

    public void Ends(string symbol, string name)
    {
        lock (gate)
        {
            turn++;
            Of(symbol).Remove(name);
        }
    }

    /// <summary>What is held has changed since it was asked for.</summary>
    public void Traded(string symbol)
    {
        lock (gate) traded[symbol] = ++turn;
    }

    /// <summary>All that works: what was noted before the question and is not in the answer is over.</summary>
    public void Renew(long asked, IReadOnlyList<SpotOrder> open)
    {
        lock (gate)
        {
            var names = open.Select(order => (order.Symbol, order.ClientOrderId)).ToHashSet();
            foreach (var (symbol, known) in symbols) known.Keep((name, order) => order.At > asked || names.Contains((symbol, name)));
        }
    }

    /// <param name="balances">Of all assets; what is not there is nothing.</param>
    public void Holds(long asked, IReadOnlyList<Balance> balances)
    {
        var totals = balances.GroupBy(one => one.Asset, StringComparer.Ordinal)
            .ToDictionary(asset => asset.Key, asset => asset.Sum(one => one.Total), StringComparer.Ordinal);
        lock (gate) (held, heldAt) = (totals, asked);
    }

    /// <summary>What the filters of a symbol need to know.</summary>
    public OrderContext Context(SymbolInfo symbol, decimal? averagePrice)
    {
        lock (gate)
        {
            var orders = symbols.GetValueOrDefault(symbol.Symbol);
            decimal? position = held is not null && traded.GetValueOrDefault(symbol.Symbol) <= heldAt
                ? held.GetValueOrDefault(symbol.BaseAsset) + (orders?.Buying ?? 0m)
                : null;
            return new OrderContext(averagePrice, orders?.Count ?? 0, orders?.Stops ?? 0, position);
        }
    }

    private static bool IsStop(string type) => type is "STOP_LOSS" or "STOP_LOSS_LIMIT" or "TAKE_PROFIT" or "TAKE_PROFIT_LIMIT";

    private WorkingOrders Of(string symbol)
    {
        if (!symbols.TryGetValue(symbol, out var orders)) symbols[symbol] = orders = new WorkingOrders();
        return orders;
    }
}
