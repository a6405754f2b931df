using System.Text.Json;

namespace Superintel.Gateway.Auth;

/// <summary>The first administrator's file.</summary>
internal static class AdminFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <returns>Null when none is configured.</returns>
    /// <exception cref="InvalidOperationException">It is missing, open to others, or not {"user","password"}.</exception>
    public static LoginRequest? Read(string? path)
    {
        if (string.IsNullOrEmpty(path)) return null;
        if (!File.Exists(path)) throw new InvalidOperationException($"Auth:AdminFile {path} does not exist.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new InvalidOperationException($"Auth:AdminFile {path} can be read by others: chmod 600 it.");
        try
        {
            var admin = JsonSerializer.Deserialize<LoginRequest>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return admin is { User.Length: > 0,
                Password.Length: > 0 } ? admin : throw new InvalidOperationException($"Auth:AdminFile {path} has no user or no password.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidOperationException($"Auth:AdminFile {path} is not JSON like {{\"user\",\"password\"}}.", malformed);
        }
    }
}
