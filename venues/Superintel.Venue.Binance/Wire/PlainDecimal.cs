using System.Globalization;

namespace Superintel.Venue.Binance.Wire;

/// <summary>Decimals as the exchange wants them: plain digits, no exponent, no zeros at the end.</summary>
public static class PlainDecimal
{
    /// <summary>Characters of the longest decimal.</summary>
    public const int Longest = 32;

    /// <param name="into">At least <see cref="Longest"/> bytes.</param>
    /// <returns>What was written of it.</returns>
    public static ReadOnlySpan<byte> Write(decimal value, Span<byte> into)
    {
        if (!value.TryFormat(into, out var length, default, CultureInfo.InvariantCulture))
            throw new ArgumentException($"A decimal has at most {Longest} characters.", nameof(into));
        var text = into[..length];
        return text.Contains((byte)'.') ? text.TrimEnd((byte)'0').TrimEnd((byte)'.') : text;
    }
}
