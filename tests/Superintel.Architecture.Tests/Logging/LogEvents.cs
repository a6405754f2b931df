using System.Globalization;
using System.Text.RegularExpressions;

namespace Superintel.Architecture.Tests.Logging;

/// <summary>The ids of log events, read from the attributes that declare them.</summary>
internal static partial class LogEvents
{
    /// <param name="files">Path relative to the root, and text.</param>
    /// <param name="projects">Folders that hold a project, relative to the root.</param>
    /// <returns>Each id that a project declares more than once, with the files that do.</returns>
    public static IEnumerable<string> Repeated(
        IEnumerable<(string Path, string Text)> files, IReadOnlyCollection<string> projects) =>
        from file in files
        from id in Ids(file.Text)
        group file.Path by (Project: ProjectOf(file.Path, projects), Id: id) into uses
        where uses.Count() > 1
        orderby uses.Key.Id, uses.Key.Project
        select $"{uses.Key.Project} has {uses.Key.Id} {uses.Count()} times: {string.Join(", ", uses.Distinct())}";

    public static IEnumerable<int> Ids(string text) =>
        Declared().Matches(text).Select(match => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture));

    private static string ProjectOf(string path, IReadOnlyCollection<string> projects) => projects
        .Where(folder => path.StartsWith(folder + '/', StringComparison.Ordinal)).MaxBy(folder => folder.Length) ?? "";

    [GeneratedRegex(@"\[LoggerMessage\(\s*(EventId\s*=\s*)?(?<id>\d+)")]
    private static partial Regex Declared();
}
