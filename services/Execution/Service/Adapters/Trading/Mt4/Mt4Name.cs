using System.Globalization;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>
/// Our names for orders in the 24 characters that a comment leaves: the dashes of leg and attempt are left out, and an attempt of more than
/// one digit has two of base 36. Every other name is told as it is.
/// </summary>
internal static class Mt4Name
{
    public const int Longest = 24;

    private const int Plain = 21; // o and a stable id
    private const int Base = 36;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <returns>Null when the name cannot be told in so few characters.</returns>
    public static string? Of(ClientOrderId id)
    {
        if (Short(id.Value) is { } name) return name;
        return id.Value.Length <= Longest && Read(id.Value) == id ? id.Value : null;
    }

    public static ClientOrderId Read(string name)
    {
        if (name.Length is not (Plain + 2 or Plain + 3) || name[0] != 'o' || !char.IsAsciiDigit(name[Plain]))
            return new ClientOrderId(name);
        var attempt = 0;
        foreach (var digit in name.AsSpan(Plain + 1))
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0) return new ClientOrderId(name);
            attempt = (attempt * Base) + value;
        }
        var read = string.Create(CultureInfo.InvariantCulture, $"{name[..Plain]}-{name[Plain]}-{attempt}");
        return new ClientOrderId(Short(read) == name ? read : name);
    }

    private static string? Short(string text)
    {
        if (text.Length < Plain + 4 || text[0] != 'o' || text[Plain] != '-' || text[Plain + 2] != '-') return null;
        if (!char.IsAsciiDigit(text[Plain + 1])) return null;
        var digits = text.AsSpan(Plain + 3);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) || attempt >= Base * Base) return null;
        if (digits is ['0', _, ..]) return null; // not how a number is written
        var told = attempt < 10 ? $"{Digits[attempt]}" : $"{Digits[attempt / Base]}{Digits[attempt % Base]}";
        return $"{text[..Plain]}{text[Plain + 1]}{told}";
    }
}
