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
    private const int MostNames = 100_000;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Dictionary<string, Known>> symbols = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> traded = new(StringComparer.Ordinal);
    private IReadOnlyList<Balance>? held;
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
        lock (gate)
        {
            var names = Of(symbol);
            if (names.Count < MostNames || names.ContainsKey(name)) names[name] = new Known(side, IsStop(type), leaves, ++turn);
        }
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
            foreach (var (symbol, known) in symbols)
            {
                foreach (var gone in known.Where(one => one.Value.At <= asked && !names.Contains((symbol, one.Key))).ToArray())
                    known.Remove(gone.Key);
            }
        }
    }

    /// <param name="balances">Of all assets; what is not there is nothing.</param>
    public void Holds(long asked, IReadOnlyList<Balance> balances)
    {
        lock (gate) (held, heldAt) = (balances, asked);
    }

    /// <summary>What the filters of a symbol need to know.</summary>
    public OrderContext Context(SymbolInfo symbol, decimal? averagePrice)
    {
        lock (gate)
        {
            var names = symbols.GetValueOrDefault(symbol.Symbol);
            var isSure = held is not null && traded.GetValueOrDefault(symbol.Symbol) <= heldAt;
            return new OrderContext(
                averagePrice,
                names?.Count ?? 0,
                names?.Values.Count(one => one.IsStop) ?? 0,
                isSure ? held!.Where(one => one.Asset == symbol.BaseAsset).Sum(one => one.Total) + Buying(names) : null);
        }
    }

    private static decimal Buying(Dictionary<string, Known>? names) =>
        names?.Values.Where(one => one.Side == Side.Buy).Sum(one => one.Leaves) ?? 0m;

    private static bool IsStop(string type) => type is "STOP_LOSS" or "STOP_LOSS_LIMIT" or "TAKE_PROFIT" or "TAKE_PROFIT_LIMIT";

    private Dictionary<string, Known> Of(string symbol)
    {
        if (!symbols.TryGetValue(symbol, out var names))
            symbols[symbol] = names = new Dictionary<string, Known>(StringComparer.Ordinal);
        return names;
    }

    private sealed record Known(Side Side, bool IsStop, decimal Leaves, long At);
}
