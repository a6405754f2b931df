using System.Globalization;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>TWS's times: with one space or two, with a zone by name, or none.</summary>
public static class TwsTime
{
    private const string Format = "yyyyMMdd HH:mm:ss";
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    // As gateways name them; the zone database has most of these too, but not everywhere.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US/Eastern"] = "America/New_York", ["EST"] = "America/New_York", ["EDT"] = "America/New_York", ["EST5EDT"] = "America/New_York",
        ["US/Central"] = "America/Chicago", ["CDT"] = "America/Chicago", ["CST6CDT"] = "America/Chicago",
        ["US/Mountain"] = "America/Denver", ["MST7MDT"] = "America/Denver",
        ["US/Pacific"] = "America/Los_Angeles", ["PST"] = "America/Los_Angeles", ["PST8PDT"] = "America/Los_Angeles",
        ["GB"] = "Europe/London", ["BST"] = "Europe/London", ["GB-Eire"] = "Europe/London",
        ["MET"] = "Europe/Berlin", ["CET"] = "Europe/Berlin", ["CEST"] = "Europe/Berlin",
        ["Japan"] = "Asia/Tokyo", ["JST"] = "Asia/Tokyo", ["Hongkong"] = "Asia/Hong_Kong", ["HKT"] = "Asia/Hong_Kong",
        ["Singapore"] = "Asia/Singapore",
        ["UTC"] = "UTC", ["GMT"] = "UTC", ["Z"] = "UTC",
    };

    /// <param name="unnamed">The zone of a time that names none.</param>
    /// <returns>False: no time, one that never was, or of a zone that nobody knows; none of them is a time of UTC.</returns>
    public static bool TryParse(string text, TimeZoneInfo unnamed, out DateTimeOffset time)
    {
        time = default;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3) return false;
        if (!DateTime.TryParseExact(
            $"{words[0]} {words[1]}", Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        if (local.Year is < FirstYear or > LastYear) return false;
        var zone = words.Length == 3 ? FindZone(words[2]) : unnamed;
        if (zone is null || zone.IsInvalidTime(local)) return false;
        time = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    /// <summary>As a request wants it: UTC, with a dash.</summary>
    public static string AsRequest(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd-HH:mm:ss", CultureInfo.InvariantCulture);

    /// <returns>Null: no zone of that name.</returns>
    public static TimeZoneInfo? FindZone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Aliases.GetValueOrDefault(name, name), out var zone) ? zone : null;

    /// <summary>A zone without which nothing can be reckoned.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine's zone database lacks it.</exception>
    public static TimeZoneInfo Zone(string name) => FindZone(name) ?? throw new TimeZoneNotFoundException(
        $"This machine's time zone database has no {name}, by which IB's days are told: install the package tzdata.");
}
