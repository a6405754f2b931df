using System.Text.RegularExpressions;

namespace Superintel.AppHost.Local.Testing;

/// <summary>The folder for temporary files of one project's tests. It goes with all that they left there, which is named first.</summary>
public sealed partial class TemporaryFiles : IDisposable
{
    private const int MostNames = 10;

    // Short, for the sockets below it.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("t");

    public string Folder => folder.FullName;

    /// <returns>What is left, alike names together; empty when nothing is. What a killed program's runtime leaves does not count.</returns>
    public static string Describe(IEnumerable<string> names)
    {
        var kinds = names.Where(name => !OfTheRuntime().IsMatch(name))
            .GroupBy(name => Digits().Replace(name, "N"), StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => kind.Count() == 1 ? kind.First() : $"{kind.Count()} like {kind.First()}")
            .ToArray();
        var more = kinds.Length > MostNames ? $", and {kinds.Length - MostNames} more" : "";
        return string.Join(", ", kinds.Take(MostNames)) + more;
    }

    public string Left() => Describe(folder.EnumerateFileSystemInfos().Select(entry => entry.Name));

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that a test left running still writes there; the test servers' end takes the rest.
        }
    }

    [GeneratedRegex("^(clr-debug-pipe|dotnet-diagnostic)-|^NUnit\\.Engine$")]
    private static partial Regex OfTheRuntime();

    [GeneratedRegex("[A-Za-z0-9]{6}$|[0-9]+")]
    private static partial Regex Digits();
}
