using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Superintel.Gateway.Auth;

/// <summary>Passwords as pbkdf2-sha256$iterations$salt$hash (salt 16 bytes, hash 32 bytes, base64url).</summary>
public static class PasswordHash
{
    private const string Algorithm = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    public static string Of(string password, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Algorithm}${iterations}${Base64Url.EncodeToString(salt)}${Base64Url.EncodeToString(Derive(password, salt, iterations))}";
    }

    /// <exception cref="FormatException">The stored text is no password hash.</exception>
    public static bool Matches(string password, string stored)
    {
        if (stored.Split('$') is not [Algorithm, var rounds, var salt, var hash]) throw new FormatException(
            "A stored password is not in the known form.");
        var iterations = int.Parse(rounds, CultureInfo.InvariantCulture);
        var derived = Derive(password, Base64Url.DecodeFromChars(salt), iterations);
        return CryptographicOperations.FixedTimeEquals(derived, Base64Url.DecodeFromChars(hash));
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
