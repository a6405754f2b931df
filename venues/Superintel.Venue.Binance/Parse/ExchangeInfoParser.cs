using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>exchangeInfo of spot and USD-M.</summary>
public static class ExchangeInfoParser
{
    private const int MostOrderTypes = 32;

    public static Parsed<ExchangeInfo> Parse(ReadOnlySpan<byte> json) => Rows.One(json, Read);

    private static ExchangeInfo? Read(ref WireReader reader)
    {
        DateTimeOffset at = default;
        List<RateLimit> limits = [];
        List<SymbolInfo>? symbols = null;
        while (reader.NextField())
        {
            if (reader.Is("serverTime"u8)) at = Words.Time(ref reader);
            else if (reader.Is("rateLimits"u8)) limits = Rows.Read(ref reader, Limit);
            else if (reader.Is("symbols"u8)) symbols = Rows.Read(ref reader, Symbol);
            else reader.Skip();
        }
        return symbols is null ? null : new ExchangeInfo(at, limits, symbols);
    }

    private static RateLimit? Limit(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (kind, unit, count, limit) = (string.Empty, string.Empty, 0, 0);
        while (reader.NextField())
        {
            if (reader.Is("rateLimitType"u8)) kind = reader.Text();
            else if (reader.Is("interval"u8)) unit = reader.Text();
            else if (reader.Is("intervalNum"u8)) count = reader.Int();
            else if (reader.Is("limit"u8)) limit = reader.Int();
            else reader.Skip();
        }
        var span = RateLimit.Span(unit, count);
        return span > TimeSpan.Zero && limit > 0 ? new RateLimit(kind, span, limit) : null;
    }

    private static SymbolInfo? Symbol(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (symbol, status, first, quote, spot) = (string.Empty, string.Empty, string.Empty, string.Empty, true);
        List<string> types = [];
        var filters = SymbolFilters.None;
        while (reader.NextField())
        {
            if (reader.Is("symbol"u8)) symbol = reader.Text();
            else if (reader.Is("status"u8)) status = reader.Text();
            else if (reader.Is("baseAsset"u8)) first = reader.Text();
            else if (reader.Is("quoteAsset"u8)) quote = reader.Text();
            else if (reader.Is("isSpotTradingAllowed"u8)) spot = reader.Bool();
            else if (reader.Is("orderTypes"u8)) types = Rows.Read(ref reader, Word, MostOrderTypes);
            else if (reader.Is("filters"u8)) filters = FilterParser.Read(ref reader);
            else reader.Skip();
        }
        if (reader.Error is null && symbol.Length == 0) reader.Refuse("missing-field");
        return reader.Error is null ? new SymbolInfo(symbol, status == "TRADING" && spot, first, quote, types, filters) : null;
    }

    private static string? Word(ref WireReader reader) => reader.Text();
}
