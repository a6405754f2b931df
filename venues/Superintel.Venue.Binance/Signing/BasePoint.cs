namespace Superintel.Venue.Binance.Signing;

/// <summary>
/// Multiples of edwards25519's base point from a table: one addition for each byte of the scalar. The table (about a megabyte) is made with
/// the first key.
/// </summary>
internal static class BasePoint
{
    private const int Rows = 32;
    private const int Digits = 256;
    private static readonly AffinePoint[] Table = Make();

    /// <param name="scalar">32 bytes, little-endian.</param>
    public static EdwardsPoint Times(ReadOnlySpan<byte> scalar)
    {
        var sum = EdwardsPoint.Identity;
        for (var row = 0; row < Rows; row++)
            if (scalar[row] != 0) sum = sum.Plus(in Table[(row * Digits) + scalar[row]]);
        return sum;
    }

    // Row r holds 0 to 255 times 256^r times the base point.
    private static AffinePoint[] Make()
    {
        var table = new AffinePoint[Rows * Digits];
        var y = FieldElement.Of(4) * FieldElement.Of(5).Inverted();
        var left = Convert.FromHexString("1AD5258F602D56C9B2A7259560C72C695CDCD6FD31E2A4C0FE536ECDD3366921"); // RFC 8032: the x of B
        var step = AffinePoint.Of(FieldElement.Read(left), y);
        var multiples = new EdwardsPoint[Digits + 1];
        for (var row = 0; row < Rows; row++)
        {
            multiples[0] = EdwardsPoint.Identity;
            for (var k = 1; k <= Digits; k++) multiples[k] = multiples[k - 1].Plus(in step);
            var inverses = Inverses(multiples);
            for (var k = 0; k < Digits; k++) table[(row * Digits) + k] = multiples[k].Affine(inverses[k]);
            step = multiples[Digits].Affine(inverses[Digits]);
        }

        return table;
    }

    // One inversion for all: Montgomery's products.
    private static FieldElement[] Inverses(EdwardsPoint[] points)
    {
        var before = new FieldElement[points.Length];
        var product = FieldElement.One;
        for (var i = 0; i < points.Length; i++) (before[i], product) = (product, product * points[i].Z);
        var inverse = product.Inverted();
        for (var i = points.Length - 1; i >= 0; i--) (before[i], inverse) = (before[i] * inverse, inverse * points[i].Z);
        return before;
    }
}
