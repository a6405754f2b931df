using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Superintel.Gateway.Auth;

/// <summary>Random secrets of 256 bits. They cannot be guessed, so one round of SHA-256 is enough to store them.</summary>
internal static class SecretText
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
