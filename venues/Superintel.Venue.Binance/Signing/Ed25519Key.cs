using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Superintel.Venue.Binance.Signing;

/// <summary>
/// Ed25519 signing, RFC 8032 section 5.1. The platform has no Ed25519 (ADR 0056). Not constant in time: signatures are made on the desk's
/// own machine, and nobody outside can time them against the network's noise.
/// </summary>
internal sealed class Ed25519Key
{
    private const int Length = 32;

    // The order of the base point, L.
    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    private readonly BigInteger scalar;
    private readonly byte[] prefix;
    private readonly byte[] publicKey;

    private Ed25519Key(ReadOnlySpan<byte> scalar, byte[] prefix) =>
        (this.scalar, this.prefix, publicKey) = (Number(scalar), prefix, BasePoint.Times(scalar).Encode());

    public static Ed25519Key FromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Length) throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed));
        Span<byte> digest = stackalloc byte[2 * Length];
        SHA512.HashData(seed, digest);
        digest[0] &= 248;
        digest[31] = (byte)((digest[31] & 127) | 64);
        return new Ed25519Key(digest[..Length], digest[Length..].ToArray());
    }

    /// <returns>64 bytes.</returns>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var nonce = Digest(prefix, [], message);
        Span<byte> digits = stackalloc byte[Length];
        digits.Clear();
        nonce.TryWriteBytes(digits, out _, isUnsigned: true);
        var point = BasePoint.Times(digits).Encode();
        var challenge = Digest(point, publicKey, message);
        var response = (nonce + (challenge * scalar)) % Order;
        var signature = new byte[2 * Length];
        point.CopyTo(signature, 0);
        response.TryWriteBytes(signature.AsSpan(Length), out _, isUnsigned: true);
        return signature;
    }

    private static BigInteger Digest(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> message)
    {
        var all = new byte[first.Length + second.Length + message.Length];
        first.CopyTo(all);
        second.CopyTo(all.AsSpan(first.Length));
        message.CopyTo(all.AsSpan(first.Length + second.Length));
        Span<byte> digest = stackalloc byte[2 * Length];
        SHA512.HashData(all, digest);
        return Number(digest) % Order;
    }

    private static BigInteger Number(ReadOnlySpan<byte> littleEndian) => new(littleEndian, isUnsigned: true);
}
