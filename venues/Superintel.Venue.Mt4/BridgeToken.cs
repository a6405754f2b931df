namespace Superintel.Venue.Mt4;

/// <summary>Where the tokens of a bridge come from, on both of its sides: a variable, or a file that only its owner may read.</summary>
public static class BridgeToken
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int LargestFile = 4 * 1024;

    /// <param name="environment">Reads an environment variable; null when it is not set.</param>
    /// <param name="variable">With the token; the same name with _FILE behind it names a file of mode 0600 or 0400.</param>
    /// <returns>What is written there, without the blanks around it.</returns>
    /// <exception cref="FormatException">It is missing, or in a file that is empty, too large, or open to others.</exception>
    public static string Read(Func<string, string?> environment, string variable)
    {
        if (environment(variable)?.Trim() is { Length: > 0 } token) return token;
        if (environment($"{variable}_FILE") is not { Length: > 0 } path)
            throw new FormatException($"A token is missing: set {variable}, or {variable}_FILE to a file with mode 0600.");
        var file = new FileInfo(path);
        if (!file.Exists) throw new FormatException($"{variable}_FILE names a file that is not there: {path}");
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~OwnerOnly) != 0)
            throw new FormatException($"{path} must be readable by its owner only: chmod 600.");
        if (file.Length > LargestFile) throw new FormatException($"{path} is too large to be a token.");
        return File.ReadAllText(path).Trim() is { Length: > 0 } kept ? kept : throw new FormatException($"{path} is empty.");
    }
}
