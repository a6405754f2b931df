using System.Globalization;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>Turns the first column of a recorded file into the moment at which the bar closed.</summary>
public static class TradingTimes
{
    private const int MostDays = 100_000;

    /// <returns>Null when the text is none of the kind.</returns>
    public static DateTimeOffset? CloseOf(RecordedFile file, string text) => file.Time switch
    {
        TimeColumn.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? EndOf(day)
            : null,
        TimeColumn.Instant => DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null,
        TimeColumn.Count => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostDays
            ? EndOf(Weekday(file.Origin!.Value, n))
            : null,
        _ => throw new InvalidOperationException($"{file.Time} is not a kind of time."),
    };

    /// <summary>The n-th weekday, counted from 1 at the first weekday on or after the origin.</summary>
    public static DateOnly Weekday(DateOnly origin, int count)
    {
        var first = origin.DayOfWeek switch
        {
            DayOfWeek.Saturday => origin.AddDays(2),
            DayOfWeek.Sunday => origin.AddDays(1),
            _ => origin,
        };
        var fromMonday = (int)first.DayOfWeek - 1 + count - 1;
        return first.AddDays(-((int)first.DayOfWeek - 1)).AddDays(fromMonday / 5 * 7 + fromMonday % 5);
    }

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
}
