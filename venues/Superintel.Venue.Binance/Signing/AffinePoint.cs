namespace Superintel.Venue.Binance.Signing;

/// <summary>A point as additions want it: y + x, y - x, and 2dxy.</summary>
internal readonly record struct AffinePoint(FieldElement Sum, FieldElement Difference, FieldElement Product)
{
    // d is -121665 / 121666, RFC 8032 section 5.1.
    private static readonly FieldElement TwiceD =
        (FieldElement.Zero - FieldElement.Of(2 * 121_665)) * FieldElement.Of(121_666).Inverted();

    public static AffinePoint Of(in FieldElement x, in FieldElement y) => new(y + x, y - x, x * y * TwiceD);
}
