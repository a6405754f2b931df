using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>A symbol's filters. A filter this version does not know is left to the venue.</summary>
internal static class FilterParser
{
    public static SymbolFilters Read(ref WireReader reader)
    {
        var filters = SymbolFilters.None;
        foreach (var raw in Rows.Read(ref reader, One)) filters = raw.AddTo(filters);
        return filters;
    }

    private static RawFilter? One(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var raw = new RawFilter();
        while (reader.NextField())
        {
            if (reader.Is("filterType"u8)) raw.Kind = reader.Text();
            else if (reader.Is("minPrice"u8) || reader.Is("minQty"u8) || reader.Is("minNotional"u8) || reader.Is("notional"u8))
                raw.Min = reader.Decimal();
            else if (reader.Is("maxPrice"u8) || reader.Is("maxQty"u8) || reader.Is("maxNotional"u8) || reader.Is("maxPosition"u8))
                raw.Max = reader.Decimal();
            else if (reader.Is("tickSize"u8) || reader.Is("stepSize"u8)) raw.Step = reader.Decimal();
            else if (reader.Is("multiplierUp"u8)) (raw.BidUp, raw.AskUp) = Both(reader.Decimal());
            else if (reader.Is("multiplierDown"u8)) (raw.BidDown, raw.AskDown) = Both(reader.Decimal());
            else if (reader.Is("bidMultiplierUp"u8)) raw.BidUp = reader.Decimal();
            else if (reader.Is("bidMultiplierDown"u8)) raw.BidDown = reader.Decimal();
            else if (reader.Is("askMultiplierUp"u8)) raw.AskUp = reader.Decimal();
            else if (reader.Is("askMultiplierDown"u8)) raw.AskDown = reader.Decimal();
            else if (reader.Is("applyToMarket"u8) || reader.Is("applyMinToMarket"u8)) raw.MinForMarket = reader.Bool();
            else if (reader.Is("applyMaxToMarket"u8)) raw.MaxForMarket = reader.Bool();
            else if (reader.Is("maxNumOrders"u8) || reader.Is("maxNumAlgoOrders"u8)
                || (reader.Is("limit"u8) && raw.Kind.StartsWith("MAX_NUM", StringComparison.Ordinal))) raw.Count = reader.Int();
            else reader.Skip();
        }
        return reader.Error is null ? raw : null;
    }

    private static (decimal Bid, decimal Ask) Both(decimal value) => (value, value);

    private sealed class RawFilter
    {
        public string Kind { get; set; } = string.Empty;

        public decimal Min { get; set; }

        public decimal Max { get; set; }

        public decimal Step { get; set; }

        public decimal BidUp { get; set; }

        public decimal BidDown { get; set; }

        public decimal AskUp { get; set; }

        public decimal AskDown { get; set; }

        public bool MinForMarket { get; set; }

        public bool MaxForMarket { get; set; }

        public int Count { get; set; }

        public SymbolFilters AddTo(SymbolFilters filters) => Kind switch
        {
            "PRICE_FILTER" => filters with { Price = new StepRange(Min, Max, Step) },
            "LOT_SIZE" => filters with { Lot = new StepRange(Min, Max, Step) },
            "MARKET_LOT_SIZE" => filters with { MarketLot = new StepRange(Min, Max, Step) },
            "MIN_NOTIONAL" or "NOTIONAL" => filters with { Notional = new NotionalRange(Min, Max, MinForMarket, MaxForMarket) },
            "PERCENT_PRICE" or "PERCENT_PRICE_BY_SIDE" =>
                filters with { Percent = new PercentPrice(BidUp, BidDown, AskUp, AskDown) },
            "MAX_NUM_ORDERS" => filters with { MaxOrders = Count },
            "MAX_NUM_ALGO_ORDERS" => filters with { MaxAlgoOrders = Count },
            "MAX_POSITION" => filters with { MaxPosition = Max },
            _ => filters,
        };
    }
}
