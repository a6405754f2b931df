using System.Reflection;

namespace Superintel.AppHost.Database;

/// <summary>
/// One SQL text makes the roles and schemas of the services, wherever the fleet runs: it is safe to run again and takes what it
/// needs from settings of its session, so that passwords stand neither in the text nor in the server's log of statements.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>To be run by a superuser inside the fleet's database, with <see cref="Settings"/> in force.</summary>
    public static string Sql { get; } = Read();

    /// <summary>Command-line options for a session: PGOPTIONS for psql, Options in an Npgsql connection string.</summary>
    /// <param name="passwords">Role names and their passwords, letters and digits only; also templates of passwords.</param>
    public static string Settings(IEnumerable<KeyValuePair<string, string>> passwords)
    {
        var roles = new SortedDictionary<string, string>(passwords.ToDictionary(), StringComparer.Ordinal);
        return string.Join(
            ' ',
            roles.Select(role => $"-c superintel.{role.Key}_password={role.Value}")
                .Prepend($"-c superintel.roles={string.Join(',', roles.Keys)}"));
    }

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Database/roles.sql")
            ?? throw new InvalidOperationException("Database/roles.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
