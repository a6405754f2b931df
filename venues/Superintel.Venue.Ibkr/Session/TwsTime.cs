using System.Globalization;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>TWS's times: with one space or two, with a zone by name, or none.</summary>
public static class TwsTime
{
    private const string Format = "yyyyMMdd HH:mm:ss";

    /// <param name="unnamed">The zone of a time that names none.</param>
    public static bool TryParse(string text, TimeZoneInfo unnamed, out DateTimeOffset time)
    {
        time = default;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3) return false;
        if (!DateTime.TryParseExact(
            $"{words[0]} {words[1]}", Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        var zone = words.Length == 3 ? Zone(words[2]) : unnamed;
        if (zone.IsInvalidTime(local)) return false;
        time = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    /// <summary>As a request wants it: UTC, with a dash.</summary>
    public static string AsRequest(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd-HH:mm:ss", CultureInfo.InvariantCulture);

    /// <returns>UTC for a name that this machine does not know.</returns>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
