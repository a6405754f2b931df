using System.Globalization;

namespace Superintel.Simulation.Research;

/// <summary>A timestamp of a file as something that can be ordered: a date, an instant or a plain number.</summary>
internal static class Timestamp
{
    public static double Parse(string text, string series, int row)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.UtcTicks
            : throw new InputFaultException("bad-timestamp", series, row, $"'{text}' is neither a date nor a number");
    }
}
