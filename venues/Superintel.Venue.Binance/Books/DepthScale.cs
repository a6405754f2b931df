using System.Globalization;

namespace Superintel.Venue.Binance.Books;

/// <summary>Prices and quantities of one symbol as exact 64-bit whole numbers: units of 10^-decimals.</summary>
/// <param name="PriceDecimals">0 to 12.</param>
/// <param name="QuantityDecimals">0 to 12.</param>
public sealed record DepthScale(int PriceDecimals, int QuantityDecimals)
{
    private const int MostDecimals = 12;

    /// <summary>Binance sends eight decimals at most.</summary>
    public static readonly DepthScale EightDecimals = new(8, 8);

    public decimal Price(long scaled) => scaled * Unit(PriceDecimals);

    public decimal Quantity(long scaled) => scaled * Unit(QuantityDecimals);

    /// <summary>Reads digits with at most one point, exactly.</summary>
    /// <returns>False: no such number, more decimals than the scale has (zeros aside), or too large for 64 bits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, int decimals, out long scaled)
    {
        scaled = 0;
        if (text.IsEmpty || decimals is < 0 or > MostDecimals) return false;
        var (value, left, point, digits) = (0L, decimals, false, 0);
        foreach (var c in text)
        {
            var digit = (uint)c - '0';
            if (digit <= 9)
            {
                digits++;
                if (point && left == 0)
                {
                    if (digit != 0) return false;
                    continue;
                }
                if (value > (long.MaxValue - 9) / 10) return false;
                value = (value * 10) + digit;
                if (point) left--;
            }
            else if (c == '.' && !point)
            {
                point = true;
            }
            else
            {
                return false;
            }
        }
        for (; left > 0; left--)
        {
            if (value > long.MaxValue / 10) return false;
            value *= 10;
        }
        scaled = value;
        return digits > 0;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PriceDecimals}/{QuantityDecimals} decimals");

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);
}
