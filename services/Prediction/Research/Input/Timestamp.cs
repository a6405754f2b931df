using System.Globalization;

namespace Superintel.Prediction.Research.Input;

/// <summary>A timestamp of a file as something that can be ordered: a date, an instant or a plain number.</summary>
internal static class Timestamp
{
    // Decimal: a double cannot tell nanoseconds since 1970, or ticks, of neighbouring rows apart.
    public static decimal Parse(string text, string series, int row)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return number;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.UtcTicks
            : throw new InputFaultException("bad-timestamp", series, row, $"'{text}' is neither a date nor a number");
    }
}
