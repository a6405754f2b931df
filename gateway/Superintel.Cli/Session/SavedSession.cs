using System.Text.Json;

namespace Superintel.Cli.Session;

/// <summary>An access token kept between two commands, in a file only its owner can read.</summary>
public sealed record SavedSession(string Url, string AccessToken, DateTimeOffset ExpiresAt)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The session saved for this gateway, unless it has ended or is about to.</summary>
    public static SavedSession? Load(Connection connection)
    {
        var file = FileOf(connection);
        if (!File.Exists(file)) return null;
        var saved = JsonSerializer.Deserialize<SavedSession>(File.ReadAllText(file), JsonSerializerOptions.Web);
        return saved is not null && saved.Url == connection.Url.ToString() && saved.ExpiresAt > DateTimeOffset.UtcNow.AddSeconds(30)
            ? saved
            : null;
    }

    public void Save(Connection connection)
    {
        Directory.CreateDirectory(connection.StateFolder);
        var file = FileOf(connection);
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, this, JsonSerializerOptions.Web);
    }

    public static void Forget(Connection connection) => File.Delete(FileOf(connection));

    private static string FileOf(Connection connection) => Path.Combine(connection.StateFolder, "session.json");
}
