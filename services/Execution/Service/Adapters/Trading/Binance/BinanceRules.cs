using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// Each symbol's rules and average price, remembered for as long as they can be relied on. What is old but usable is used, and asked for
/// anew behind the order: the exchange has the last word on its filters, and an order should not wait for a check of them.
/// </summary>
internal sealed class BinanceRules(SpotClient client, TimeProvider clock)
{
    private static readonly TimeSpan RulesFresh = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RulesUsable = TimeSpan.FromHours(12);
    private static readonly TimeSpan PriceFresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PriceUsable = TimeSpan.FromMinutes(30);
    private readonly Remembered<SymbolInfo> rules = new(RulesFresh, RulesUsable, clock);
    private readonly Remembered<AveragePrice> prices = new(PriceFresh, PriceUsable, clock);

    public ValueTask<Answer<SymbolInfo>> Of(string symbol, CancellationToken ct) => rules.Of(symbol, Rules, ct);

    /// <returns>Null when it cannot be had: the filters that need it are then the exchange's alone.</returns>
    public async ValueTask<decimal?> AveragePrice(string symbol, CancellationToken ct) =>
        await prices.Of(symbol, client.AveragePrice, ct) is { IsGiven: true, Value.Price: > 0m and var price } ? price : null;

    /// <summary>After an order: what the next one of this symbol should not find old.</summary>
    public void Renew(string symbol)
    {
        rules.Renew(symbol, Rules);
        prices.Renew(symbol, client.AveragePrice);
    }

    private async Task<Answer<SymbolInfo>> Rules(string symbol, CancellationToken ct)
    {
        var answer = await client.ExchangeInfo([symbol], ct);
        if (!answer.IsGiven) return answer.Failure;
        return answer.Value.Symbols.FirstOrDefault(s => s.Symbol == symbol) is { } info
            ? Answer<SymbolInfo>.Of(info)
            : new Failure(FailureKind.Rejected, "bad-symbol", 0, $"The exchange does not list {symbol}.", TimeSpan.Zero);
    }
}
