using System.Globalization;
using Superintel.Ingestion.MarketData;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>TWS's rows as bars.</summary>
internal static class IbkrBars
{
    public const string Source = "ibkr";

    // A time beyond it is a slip of somebody's pen; a bar's close must not be beyond what can be written.
    private const int EndOfTime = 2200;
    private const long LastSecond = 7_258_118_400;

    /// <returns>Null: TWS wrote a time that is none. Its volume is in units, as TWS counts contracts.</returns>
    public static BarCandidate? Of(IbkrListing listing, BarInterval interval, HistoricalUpdate row) =>
        ClosedAt(row.Time, interval) is { } closedAt
            ? new BarCandidate(
                Source, listing.Instrument.Id, interval, closedAt, row.Open, row.High, row.Low, row.Close,
                row.Volume >= 0m ? row.Volume * listing.Contract.Units : null, CloseOnly: false)
            : null;

    public static BarCandidate? Of(IbkrListing listing, BarInterval interval, HistoricalBar row) => Of(
        listing, interval,
        new HistoricalUpdate(0, row.Trades, row.Time, row.Open, row.Close, row.High, row.Low, row.WeightedPrice, row.Volume));

    /// <summary>The question for bars of a contract up to now.</summary>
    public static RequestHistoricalData Request(IbkrListing listing, BarInterval length, string duration, bool regularHours) =>
        new(0, listing.Contract, "", Size(length), duration, regularHours, listing.Show);

    /// <summary>TWS's word for a length.</summary>
    public static string Size(BarInterval interval) => interval.Length.TotalMinutes switch
    {
        1 => "1 min",
        < 60 and var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes} mins"),
        1440 => "1 day",
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "Not a length that is asked of TWS."),
    };

    /// <summary>The longest stretch that TWS gives of a length at once.</summary>
    public static TimeSpan Longest(BarInterval interval) => TimeSpan.FromDays(interval.Length.TotalMinutes switch
    {
        1 => 1, 5 => 7, 15 => 14, 30 => 28, _ => 365,
    });

    /// <summary>TWS's word for a stretch: seconds up to a day, then days, then a year.</summary>
    public static string Duration(TimeSpan stretch) => stretch <= TimeSpan.FromDays(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(60, (long)Math.Ceiling(stretch.TotalSeconds))} S")
        : stretch < TimeSpan.FromDays(365)
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Ceiling(stretch.TotalDays)} D")
            : "1 Y";

    // Seconds of the epoch at which it opened within a day; a date for a day, which closes with its last moment of UTC as everywhere here.
    private static DateTimeOffset? ClosedAt(string time, BarInterval interval)
    {
        if (time.Length == 8)
            return DateOnly.TryParseExact(time, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year < EndOfTime
                ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
                : null;
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) + interval.Length
            : null;
    }
}
