using System.Text.Json;

namespace Superintel.Cli.Session;

/// <summary>A user and a password.</summary>
public sealed record Credentials(string User, string Password)
{
    /// <summary>The first administrator's, for whoever may read the fleet's state folder; null when it is not there.</summary>
    public static Credentials? OfAdministrator(Connection connection)
    {
        var file = Path.Combine(connection.StateFolder, "admin.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<Credentials>(File.ReadAllText(file), JsonSerializerOptions.Web) : null;
    }
}
