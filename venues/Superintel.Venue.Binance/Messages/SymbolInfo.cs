using Superintel.Venue.Binance.Rules;

namespace Superintel.Venue.Binance.Messages;

/// <summary>A symbol and its rules.</summary>
/// <param name="Trading">Status TRADING, and spot trading allowed where it is said.</param>
/// <param name="OrderTypes">LIMIT, MARKET, STOP_LOSS_LIMIT and so on.</param>
public sealed record SymbolInfo(
    string Symbol, bool Trading, string BaseAsset, string QuoteAsset, IReadOnlyList<string> OrderTypes, SymbolFilters Filters);
