using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Superintel.ServiceDefaults.Storage;

/// <summary>One numbered step of a schema, embedded as Migrations/NNN_name.sql.</summary>
/// <param name="Source">Whose numbering it is: the defaults' or the service's.</param>
/// <param name="Checksum">SHA-256 of the text: an applied migration must not change.</param>
public sealed partial record Migration(string Source, int Number, string Name, string Sql, string Checksum)
{
    private const string Folder = "Migrations/";

    /// <summary>The assembly's migrations by number.</summary>
    /// <exception cref="InvalidOperationException">A name without a number, or a number used twice.</exception>
    public static IReadOnlyList<Migration> Of(Assembly assembly, string source)
    {
        var all = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, source, name))
            .OrderBy(migration => migration.Number)
            .ToList();
        var twice = all.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? all : throw new InvalidOperationException($"{source}: migration number {twice.Key} is used twice.");
    }

    private static Migration Read(Assembly assembly, string source, string resource)
    {
        var name = resource[Folder.Length..^".sql".Length];
        var match = NumberedName().Match(name);
        if (!match.Success) throw new InvalidOperationException($"{source}: migration {name} is not named NNN_name.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(source, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), name, sql, checksum);
    }

    [GeneratedRegex("^([0-9]{3})_[a-z0-9_]+$")]
    private static partial Regex NumberedName();
}
