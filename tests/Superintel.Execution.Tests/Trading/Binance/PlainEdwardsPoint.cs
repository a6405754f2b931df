using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>A point of edwards25519 in plain arithmetic, slow and short: what the fast one must equal.</summary>
internal readonly record struct PlainEdwardsPoint(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;

    private static readonly BigInteger TwiceD = 2 * Modulo(-121665 * Inverse(121666));

    /// <summary>The order of the base point, L.</summary>
    public static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    public static readonly PlainEdwardsPoint Base = BasePoint();

    /// <summary>RFC 8032 section 5.1.6, step by step.</summary>
    public static byte[] Sign(byte[] seed, byte[] message)
    {
        var digest = SHA512.HashData(seed);
        digest[0] &= 248;
        digest[31] = (byte)((digest[31] & 127) | 64);
        var scalar = new BigInteger(digest.AsSpan(0, 32), isUnsigned: true);
        var nonce = Hashed([.. digest[32..], .. message]);
        var point = Base.Times(nonce).Encode();
        var challenge = Hashed([.. point, .. Base.Times(scalar).Encode(), .. message]);
        var response = new byte[32];
        ((nonce + (challenge * scalar)) % Order).TryWriteBytes(response, out _, isUnsigned: true);
        return [.. point, .. response];
    }

    private static BigInteger Hashed(byte[] all) => new BigInteger(SHA512.HashData(all), isUnsigned: true) % Order;

    public PlainEdwardsPoint Times(BigInteger scalar)
    {
        var (sum, power) = (new PlainEdwardsPoint(0, 1, 1, 0), this);
        for (; !scalar.IsZero; scalar >>= 1)
        {
            if (!scalar.IsEven) sum = sum.Plus(power);
            power = power.Plus(power);
        }
        return sum;
    }

    public byte[] Encode()
    {
        var inverse = Inverse(Z);
        var (x, y) = (Modulo(X * inverse), Modulo(Y * inverse));
        var bytes = new byte[32];
        y.TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!x.IsEven) bytes[31] |= 128;
        return bytes;
    }

    // The complete addition law: it holds for doubling, too.
    private PlainEdwardsPoint Plus(PlainEdwardsPoint other)
    {
        var a = Modulo((Y - X) * (other.Y - other.X));
        var b = Modulo((Y + X) * (other.Y + other.X));
        var c = Modulo(T * TwiceD * other.T);
        var d = Modulo(2 * Z * other.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new PlainEdwardsPoint(Modulo(e * f), Modulo(g * h), Modulo(f * g), Modulo(e * h));
    }

    private static PlainEdwardsPoint BasePoint()
    {
        var x = BigInteger.Parse("216936D3CD6E53FEC0A4E231FDD6DC5C692CC7609525A7B2C9562D608F25D51A", NumberStyles.HexNumber);
        var y = Modulo(4 * Inverse(5));
        return new PlainEdwardsPoint(x, y, 1, Modulo(x * y));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, Prime - 2, Prime);

    private static BigInteger Modulo(BigInteger value) => value % Prime is var rest && rest.Sign < 0 ? rest + Prime : rest;
}
