using Superintel.Venue.Binance.Signing;

namespace Superintel.Venue.Binance.Keys;

/// <summary>
/// Where API keys come from, and nowhere else: environment variables, or a file that only its owner may read (mode 0600 or 0400).
/// BINANCE_API_KEY with BINANCE_API_SECRET (HMAC), BINANCE_API_SECRET_FILE (HMAC) or BINANCE_PRIVATE_KEY_FILE (Ed25519, PEM).
/// </summary>
public static class KeySource
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int LargestFile = 16 * 1024;

    /// <param name="environment">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="KeyRefusedException">A key is missing, or a file is open to others.</exception>
    public static Credentials Load(Func<string, string?> environment)
    {
        var apiKey = Trimmed(environment("BINANCE_API_KEY"))
            ?? throw new KeyRefusedException("key-missing", "BINANCE_API_KEY is not set.");
        if (Trimmed(environment("BINANCE_PRIVATE_KEY_FILE")) is { } pemFile) return Ed25519(apiKey, ReadOwnersFile(pemFile));
        var secret = Trimmed(environment("BINANCE_API_SECRET"))
            ?? (Trimmed(environment("BINANCE_API_SECRET_FILE")) is { } file ? ReadOwnersFile(file).Trim() : null)
            ?? throw new KeyRefusedException(
                "key-missing", "None of BINANCE_API_SECRET, BINANCE_API_SECRET_FILE and BINANCE_PRIVATE_KEY_FILE is set.");
        return new Credentials(new HmacSigner(apiKey, secret), new Redaction(apiKey, secret));
    }

    private static Credentials Ed25519(string apiKey, string pem)
    {
        try
        {
            return new Credentials(Ed25519Signer.FromPem(apiKey, pem), new Redaction([apiKey, .. pem.Split('\n', '\r')]));
        }
        catch (FormatException wrong)
        {
            throw new KeyRefusedException("key-unreadable", wrong.Message);
        }
    }

    private static string ReadOwnersFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) throw new KeyRefusedException("key-missing", "The key file does not exist.");
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~OwnerOnly) != 0)
            throw new KeyRefusedException("key-file-open", "Others may read the key file; set its mode to 0600.");
        if (file.Length > LargestFile) throw new KeyRefusedException("key-unreadable", "The key file is too large to be one.");
        return File.ReadAllText(path);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
