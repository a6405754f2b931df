using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Superintel.Venue.Binance.Signing;

/// <summary>
/// A number modulo 2^255 - 19 in five limbs of 51 bits, which leaves a sum of products room in 128 bits. Limbs stay below 2^52 between
/// operations. Bernstein, "Curve25519: new Diffie-Hellman speed records" (2006); the limbs are those of its 64-bit implementations.
/// </summary>
internal readonly struct FieldElement(ulong a, ulong b, ulong c, ulong d, ulong e)
{
    private const int Bits = 51;
    private const ulong Mask = (1UL << Bits) - 1;
    private readonly ulong a = a, b = b, c = c, d = d, e = e;

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    public static FieldElement Of(ulong small) => new(small, 0, 0, 0, 0);

    /// <param name="bytes">32, little-endian; the highest bit is ignored.</param>
    public static FieldElement Read(ReadOnlySpan<byte> bytes) => new(
        Word(bytes) & Mask, (Word(bytes[6..]) >> 3) & Mask, (Word(bytes[12..]) >> 6) & Mask, (Word(bytes[19..]) >> 1) & Mask,
        (Word(bytes[24..]) >> 12) & Mask);

    public static FieldElement operator +(in FieldElement x, in FieldElement y) =>
        Carried(x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d, x.e + y.e);

    // Four times the prime keeps every limb above zero.
    public static FieldElement operator -(in FieldElement x, in FieldElement y)
    {
        const ulong lowest = (1UL << (Bits + 2)) - 76, other = (1UL << (Bits + 2)) - 4;
        return Carried(x.a + lowest - y.a, x.b + other - y.b, x.c + other - y.c, x.d + other - y.d, x.e + other - y.e);
    }

    public static FieldElement operator *(in FieldElement x, in FieldElement y)
    {
        // 2^255 is 19: what lies beyond the fifth limb comes back nineteen times.
        ulong b19 = y.b * 19, c19 = y.c * 19, d19 = y.d * 19, e19 = y.e * 19;
        ulong high = 0, low = 0;
        Add(ref high, ref low, x.a, y.a);
        Add(ref high, ref low, x.b, e19);
        Add(ref high, ref low, x.c, d19);
        Add(ref high, ref low, x.d, c19);
        Add(ref high, ref low, x.e, b19);
        var r0 = Take(ref high, ref low);
        Add(ref high, ref low, x.a, y.b);
        Add(ref high, ref low, x.b, y.a);
        Add(ref high, ref low, x.c, e19);
        Add(ref high, ref low, x.d, d19);
        Add(ref high, ref low, x.e, c19);
        var r1 = Take(ref high, ref low);
        Add(ref high, ref low, x.a, y.c);
        Add(ref high, ref low, x.b, y.b);
        Add(ref high, ref low, x.c, y.a);
        Add(ref high, ref low, x.d, e19);
        Add(ref high, ref low, x.e, d19);
        var r2 = Take(ref high, ref low);
        Add(ref high, ref low, x.a, y.d);
        Add(ref high, ref low, x.b, y.c);
        Add(ref high, ref low, x.c, y.b);
        Add(ref high, ref low, x.d, y.a);
        Add(ref high, ref low, x.e, e19);
        var r3 = Take(ref high, ref low);
        Add(ref high, ref low, x.a, y.e);
        Add(ref high, ref low, x.b, y.d);
        Add(ref high, ref low, x.c, y.c);
        Add(ref high, ref low, x.d, y.b);
        Add(ref high, ref low, x.e, y.a);
        var r4 = Take(ref high, ref low);
        return Around(r0, r1, r2, r3, r4, low);
    }

    public FieldElement Squared()
    {
        ulong a2 = a * 2, b2 = b * 2, d19 = d * 19, e19 = e * 19;
        ulong high = 0, low = 0;
        Add(ref high, ref low, a, a);
        Add(ref high, ref low, b2, e19);
        Add(ref high, ref low, c * 2, d19);
        var r0 = Take(ref high, ref low);
        Add(ref high, ref low, a2, b);
        Add(ref high, ref low, c * 2, e19);
        Add(ref high, ref low, d, d19);
        var r1 = Take(ref high, ref low);
        Add(ref high, ref low, a2, c);
        Add(ref high, ref low, b, b);
        Add(ref high, ref low, d * 2, e19);
        var r2 = Take(ref high, ref low);
        Add(ref high, ref low, a2, d);
        Add(ref high, ref low, b2, c);
        Add(ref high, ref low, e, e19);
        var r3 = Take(ref high, ref low);
        Add(ref high, ref low, a2, e);
        Add(ref high, ref low, b2, d);
        Add(ref high, ref low, c, c);
        var r4 = Take(ref high, ref low);
        return Around(r0, r1, r2, r3, r4, low);
    }

    /// <summary>Fermat: to the power of 2^255 - 21. Zero gives zero.</summary>
    public FieldElement Inverted()
    {
        var two = Squared();
        var nine = two.Squared(2) * this;
        var eleven = nine * two;
        var ones5 = eleven.Squared() * nine; // 2^5 - 1
        var ones10 = ones5.Squared(5) * ones5;
        var ones20 = ones10.Squared(10) * ones10;
        var ones40 = ones20.Squared(20) * ones20;
        var ones50 = ones40.Squared(10) * ones10;
        var ones100 = ones50.Squared(50) * ones50;
        var ones200 = ones100.Squared(100) * ones100;
        return (ones200.Squared(50) * ones50).Squared(5) * eleven;
    }

    /// <summary>The one number below the prime, 32 bytes, little-endian.</summary>
    public void Write(Span<byte> bytes)
    {
        var over = (a + 19) >> Bits;
        over = (b + over) >> Bits;
        over = (c + over) >> Bits;
        over = (d + over) >> Bits;
        over = (e + over) >> Bits;
        var r0 = a + (19 * over);
        var r1 = b + (r0 >> Bits);
        var r2 = c + (r1 >> Bits);
        var r3 = d + (r2 >> Bits);
        var r4 = (e + (r3 >> Bits)) & Mask;
        (r0, r1, r2, r3) = (r0 & Mask, r1 & Mask, r2 & Mask, r3 & Mask);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, r0 | (r1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (r1 >> 13) | (r2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (r2 >> 26) | (r3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (r3 >> 39) | (r4 << 12));
    }

    private FieldElement Squared(int times)
    {
        var result = this;
        for (var i = 0; i < times; i++) result = result.Squared();
        return result;
    }

    private static FieldElement Around(ulong r0, ulong r1, ulong r2, ulong r3, ulong r4, ulong over)
    {
        r0 += over * 19;
        return new FieldElement(r0 & Mask, r1 + (r0 >> Bits), r2, r3, r4);
    }

    private static FieldElement Carried(ulong r0, ulong r1, ulong r2, ulong r3, ulong r4)
    {
        r1 += r0 >> Bits;
        r2 += r1 >> Bits;
        r3 += r2 >> Bits;
        r4 += r3 >> Bits;
        return new FieldElement((r0 & Mask) + (19 * (r4 >> Bits)), r1 & Mask, r2 & Mask, r3 & Mask, r4 & Mask);
    }

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ulong high, ref ulong low, ulong x, ulong y)
    {
        var more = Math.BigMul(x, y, out var less);
        low += less;
        high += more + (low < less ? 1UL : 0UL);
    }

    // The lowest limb; what is above it stays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Take(ref ulong high, ref ulong low)
    {
        var limb = low & Mask;
        low = (low >> Bits) | (high << (64 - Bits));
        high >>= Bits;
        return limb;
    }
}
