using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>Instrument ids and the exchange's symbols, both ways.</summary>
internal sealed class BinanceSymbols(BinanceOptions options)
{
    private readonly SortedDictionary<string, InstrumentId> instruments = new(
        options.Symbols.ToDictionary(pair => pair.Value, pair => InstrumentId.Parse(pair.Key)), StringComparer.Ordinal);

    /// <summary>BTCUSDT.BINANCE, BTC-USDT.BINANCE and BTC/USDT.BINANCE are BTCUSDT.</summary>
    public string SymbolOf(InstrumentId instrument) =>
        options.Symbols.TryGetValue(instrument.ToString(), out var symbol)
            ? symbol
            : string.Concat(instrument.Symbol.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public InstrumentId InstrumentOf(string symbol) => instruments.TryGetValue(symbol, out var known)
        ? known
        : InstrumentId.TryParse($"{symbol}.{options.InstrumentVenue}", out var id) ? id
            : InstrumentId.Parse($"UNNAMED.{options.InstrumentVenue}");

    /// <summary>A holding as a position: the asset against the configured quote. Null for the quote asset, which is cash.</summary>
    public InstrumentId? PositionOf(string asset) => asset == options.QuoteAsset ? null : InstrumentOf(asset + options.QuoteAsset);
}
