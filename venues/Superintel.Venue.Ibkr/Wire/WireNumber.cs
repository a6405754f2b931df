using System.Globalization;
using System.Text;

namespace Superintel.Venue.Ibkr.Wire;

/// <summary>Numbers as TWS writes them: '.' as the point, exponents possible, several spellings of "not set".</summary>
public static class WireNumber
{
    /// <summary>What IB's own client writes for a double that is not set.</summary>
    public const string UnsetDouble = "1.7976931348623157E+308";

    private const int FastDigits = 18;
    private static ReadOnlySpan<byte> UnsetPrefix => "1.79769313486231"u8;
    private static ReadOnlySpan<byte> UnsetLong => "9223372036854775807"u8;

    /// <param name="value">Null: not set, or infinite, which bounds nothing.</param>
    /// <returns>False: not a number, or beyond what a decimal holds.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal? value)
    {
        value = null;
        if (text.IsEmpty) return true;
        if (Plain(text, out var plain))
        {
            value = plain;
            return true;
        }
        if (IsUnset(text)) return true;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)) return false;
        value = parsed;
        return true;
    }

    // Almost every number on the wire is a few digits with at most one point: worth 4x over the general parser.
    private static bool Plain(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0m;
        var negative = text[0] == (byte)'-';
        var digits = negative ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > FastDigits) return false;
        long mantissa = 0;
        var scale = -1;
        foreach (var character in digits)
        {
            if (character == (byte)'.' && scale < 0)
            {
                scale = 0;
                continue;
            }
            var digit = character - '0';
            if ((uint)digit > 9) return false;
            mantissa = (mantissa * 10) + digit;
            if (scale >= 0) scale++;
        }
        if (digits.Length == 1 && scale == 0) return false;
        value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)Math.Max(scale, 0));
        return true;
    }

    private static bool IsUnset(ReadOnlySpan<byte> text) =>
        (text.StartsWith(UnsetPrefix) && text.EndsWith("308"u8) && text.IndexOfAny((byte)'E', (byte)'e') > 0)
        || text.SequenceEqual(UnsetLong)
        || text.SequenceEqual("Infinity"u8)
        || text.SequenceEqual("-Infinity"u8);

    /// <returns>The text with <c>\uXXXX</c> turned into the characters they stand for (server version 153 and above).</returns>
    public static string Unescape(string text)
    {
        if (!text.Contains("\\u", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 5;
            }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
