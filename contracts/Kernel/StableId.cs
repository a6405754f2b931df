using System.Security.Cryptography;
using System.Text;

namespace Superintel.Kernel;

/// <summary>
/// Identities as pure functions of content: the same inputs give the same id on every machine, in every run and after every restart.
/// </summary>
public static class StableId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32, lower case: safe in URLs and at every venue

    /// <summary>20 characters (100 bits) of SHA-256 over the parts, each terminated by a zero byte so that parts cannot run
    /// together.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        Digest(parts, hash);
        Span<char> text = stackalloc char[20];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var window = (hash[bit / 8] << 8) | hash[bit / 8 + 1];
            text[i] = Alphabet[(window >> (11 - bit % 8)) & 31];
        }
        return new string(text);
    }

    /// <summary>The same as a GUID (version 8 of RFC 9562), for protocols that want one.</summary>
    public static Guid GuidOf(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        Digest(parts, hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static void Digest(ReadOnlySpan<string> parts, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            sha.AppendData(Encoding.UTF8.GetBytes(part));
            sha.AppendData([0]);
        }
        sha.GetHashAndReset(hash);
    }
}
