using System.Globalization;
using System.Security.Cryptography;

namespace Superintel.Gateway.Access.Users;

/// <summary>PBKDF2-HMAC-SHA256, written <c>pbkdf2-sha256$iterations$salt$hash</c> so that the cost can rise later.</summary>
internal static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Iterations = 600_000; // OWASP Password Storage Cheat Sheet, 2023
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Something to compare with when the user does not exist, so that the answer takes as long.</summary>
    public static readonly string OfNobody = Create(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)));

    public static string Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
        return string.Join('$', Scheme, Iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
    }

    /// <exception cref="FormatException">The stored hash is not one of ours.</exception>
    public static bool Matches(string password, string stored)
    {
        if (stored.Split('$') is not [Scheme, var iterations, var salt, var hash])
            throw new FormatException("A stored password hash has an unknown format.");
        var expected = Convert.FromBase64String(hash);
        var actual = Rfc2898DeriveBytes.Pbkdf2(
            password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture), HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }
}
