using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>Each symbol's rules and average price, remembered for as long as they can be relied on.</summary>
internal sealed class BinanceRules(SpotClient client, TimeProvider clock)
{
    private static readonly TimeSpan RulesValid = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PriceValid = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (SymbolInfo Info, DateTimeOffset At)> rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (decimal Price, DateTimeOffset At)> prices = new(StringComparer.Ordinal);

    public async Task<Answer<SymbolInfo>> Of(string symbol, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (rules.TryGetValue(symbol, out var known) && now - known.At < RulesValid) return Answer<SymbolInfo>.Of(known.Info);
        }
        var answer = await client.ExchangeInfo([symbol], ct);
        if (!answer.IsGiven) return answer.Failure;
        var info = answer.Value.Symbols.FirstOrDefault(s => s.Symbol == symbol);
        if (info is null) return new Failure(FailureKind.Rejected, "bad-symbol", 0, $"The exchange does not list {symbol}.", TimeSpan.Zero);
        lock (gate) rules[symbol] = (info, now);
        return Answer<SymbolInfo>.Of(info);
    }

    /// <returns>Null when it cannot be had: the filters that need it are then the exchange's alone.</returns>
    public async Task<decimal?> AveragePrice(string symbol, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (prices.TryGetValue(symbol, out var known) && now - known.At < PriceValid) return known.Price;
        }
        var answer = await client.AveragePrice(symbol, ct);
        if (answer is not { IsGiven: true, Value.Price: > 0m }) return null;
        lock (gate) prices[symbol] = (answer.Value.Price, now);
        return answer.Value.Price;
    }
}
