using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>
/// A body of the terminal: lines of fields between tabs, the last one saying how many came before it, so that half a body is no
/// body. MQL4 has neither JSON nor arrays of records; this it can write and read in a few lines.
/// </summary>
internal static class TerminalLines
{
    public const int MostBytes = 1024 * 1024;
    private const int MostFields = 24;

    /// <returns>The lines without the last; false when the body is not whole.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out string[][]? lines)
    {
        lines = null;
        if (body.Length > MostBytes || body is not [.., (byte)'\n']) return false;
        var rows = Encoding.UTF8.GetString(body[..^1]).Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
        if (rows[^1] is not ["end", var told] || !TryNumber(told, out var count) || count != rows.Length - 1) return false;
        if (rows.Any(row => row.Length > MostFields)) return false;
        lines = rows[..^1];
        return true;
    }

    public static byte[] Write(IReadOnlyCollection<string> lines) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{string.Concat(lines.Select(line => line + "\n"))}end\t{lines.Count}\n"));

    public static bool TryNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Digits only, without an exponent; zeros at the end are of no meaning and are dropped.</summary>
    public static bool TryDecimal(string text, out decimal value)
    {
        var isNumber = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        value /= 1.0000000000000000000000000000m;
        return isNumber;
    }
}
