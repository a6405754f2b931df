using System.Globalization;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Reads the time of an import's row: a day, for bars of a day or longer, or an instant with its offset from UTC.</summary>
public static class ImportTimes
{
    private static readonly string[] Instants =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    /// <returns>When the bar closed, UTC: for a day its end. Null when it is neither, or an instant without an offset.</returns>
    public static DateTimeOffset? CloseOf(string text, BarInterval interval)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return interval.Length >= TimeSpan.FromDays(1) && day < DateOnly.MaxValue
                ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
                : null;
        }
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToUniversalTime()
            : null;
    }
}
