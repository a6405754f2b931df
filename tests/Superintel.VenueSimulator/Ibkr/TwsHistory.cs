using System.Collections.Immutable;
using System.Globalization;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>Bars that never happened: a walk that is a function of the symbol and the time, so that two requests agree.</summary>
internal static class TwsHistory
{
    private const int MostBars = 2_000;

    // As BROKERS.md section 1.4 lists them.
    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal)
    {
        "1 secs", "1 sec", "5 secs", "10 secs", "15 secs", "30 secs", "1 min", "2 mins", "3 mins", "5 mins", "10 mins", "15 mins",
        "20 mins", "30 mins", "1 hour", "2 hours", "3 hours", "4 hours", "8 hours", "1 day", "1W", "1 week", "1M", "1 month",
    };

    private static readonly HashSet<string> Shows = new(StringComparer.Ordinal)
        { "TRADES", "MIDPOINT", "BID", "ASK", "BID_ASK", "ADJUSTED_LAST" };

    /// <returns>Null: it can be told.</returns>
    public static (int Code, string Text)? Objection(Contract contract, RequestHistoricalData asked)
    {
        const string invalid = "Error validating request.-'bN' : cause - ";
        if (!Sizes.Contains(asked.BarSize)) return (321, $"{invalid}Historical data bar size setting is invalid");
        if (!Shows.Contains(asked.Show)) return (321, $"{invalid}this simulated TWS does not show {asked.Show}");
        if (Span(asked.Duration.Split(' ')) is null) return (321, $"{invalid}Historical data query duration setting is invalid");
        if (asked.Show == "ADJUSTED_LAST" && asked.End.Length > 0) return (321, $"{invalid}End Date not supported with adjusted last");
        return contract.SecurityType == "CASH" && asked.Show is ("TRADES" or "ADJUSTED_LAST")
            ? (162, "Historical Market Data Service error message:No market data permissions for IDEALPRO CASH TRADES")
            : null;
    }

    public static ImmutableArray<HistoricalBar> Bars(SimInstrument instrument, RequestHistoricalData asked, DateTimeOffset now)
    {
        var size = Span(asked.BarSize is "1W" or "1M" ? ["1", asked.BarSize[1..]] : asked.BarSize.Split(' '));
        var whole = Span(asked.Duration.Split(' '));
        if (size is null || whole is null) return [];
        var count = (int)Math.Clamp(whole.Value / size.Value, 1, MostBars);
        var until = TwsTime.TryParse(asked.End.Replace('-', ' '), TimeZoneInfo.Utc, out var end) && end < now ? end : now;
        var last = until.ToUnixTimeSeconds() / (long)size.Value.TotalSeconds;
        return [.. Enumerable.Range(1, count).Select(i => Bar(instrument, last - count + i, size.Value, asked.DateFormat))];
    }

    /// <summary>The bar that runs now, as it will end.</summary>
    public static HistoricalUpdate Running(SimInstrument instrument, RequestHistoricalData asked, DateTimeOffset now)
    {
        var bar = Bars(instrument, asked with { Duration = "1 S" }, now)[^1]; // the last one, whatever its size
        return new HistoricalUpdate(
            asked.RequestId, bar.Trades, bar.Time, bar.Open, bar.Close, bar.High, bar.Low, bar.WeightedPrice, bar.Volume);
    }

    /// <summary>The price at a second, as bars of one second have it.</summary>
    public static decimal At(SimInstrument instrument, long second) => Price(instrument, second);

    private static HistoricalBar Bar(SimInstrument instrument, long number, TimeSpan size, int format)
    {
        var (open, close) = (Price(instrument, number - 1), Price(instrument, number));
        var tick = instrument.TickSize;
        var at = DateTimeOffset.FromUnixTimeSeconds(number * (long)size.TotalSeconds);
        var time = size >= TimeSpan.FromDays(1) ? $"{at:yyyyMMdd}"
            : format == 2 ? at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : $"{at:yyyyMMdd HH:mm:ss} UTC";
        var (high, low) = (Math.Max(open, close) + tick, Math.Min(open, close) - tick);
        return new HistoricalBar(time, open, high, low, close, 1_000m + (number % 700), decimal.Round((open + close) / 2m, 6), 42);
    }

    private static decimal Price(SimInstrument instrument, long number)
    {
        var wave = Math.Sin(number / 9.0) + Math.Sin(number / 31.0);
        return instrument.OpeningPrice + (decimal.Round((decimal)wave * 40m) * instrument.TickSize);
    }

    private static TimeSpan? Span(string[] words) => words is [var number, var unit, ..] && int.TryParse(number, out var count) && count > 0
        ? unit switch
        {
            "S" or "secs" or "sec" => TimeSpan.FromSeconds(count),
            "min" or "mins" => TimeSpan.FromMinutes(count),
            "hour" or "hours" => TimeSpan.FromHours(count),
            "D" or "day" => TimeSpan.FromDays(count),
            "W" or "week" => TimeSpan.FromDays(7 * count),
            "M" or "month" => TimeSpan.FromDays(30 * count),
            "Y" => TimeSpan.FromDays(365 * count),
            _ => null,
        }
        : null;
}
