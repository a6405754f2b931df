namespace Superintel.Venue.Binance.Signing;

/// <summary>A point of edwards25519 in extended coordinates (RFC 8032, section 5.1.4).</summary>
internal readonly struct EdwardsPoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t)
{
    private readonly FieldElement x = x, y = y, z = z, t = t;

    public static EdwardsPoint Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    public FieldElement Z => z;

    /// <summary>The complete addition law: it holds for doubling, too.</summary>
    public EdwardsPoint Plus(in AffinePoint other)
    {
        var (a, b) = ((y - x) * other.Difference, (y + x) * other.Sum);
        var (c, d) = (t * other.Product, z + z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }

    /// <param name="inverse">Of <see cref="Z"/>.</param>
    public AffinePoint Affine(in FieldElement inverse) => AffinePoint.Of(x * inverse, y * inverse);

    public byte[] Encode()
    {
        var inverse = z.Inverted();
        var bytes = new byte[32];
        Span<byte> left = stackalloc byte[32];
        (y * inverse).Write(bytes);
        (x * inverse).Write(left);
        bytes[31] |= (byte)((left[0] & 1) << 7);
        return bytes;
    }
}
