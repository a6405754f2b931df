using System.Globalization;
using System.Xml.Linq;

namespace Superintel.AppHost.Local.Testing;

/// <summary>Line coverage over all test projects: a line is covered when any of them ran it.</summary>
public static class CoverageReport
{
    public static string Merge(string results, string root)
    {
        var lines = new Dictionary<(string File, int Line), bool>();
        foreach (var report in Directory.EnumerateFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories))
            Add(XDocument.Load(report), root, lines);
        return Describe(lines);
    }

    public static string Describe(Dictionary<(string File, int Line), bool> lines) =>
        $"Line coverage: domain {Percent(lines, IsDomain)}, infrastructure {Percent(lines, file => !IsDomain(file))}, "
        + $"total {Percent(lines, _ => true)}";

    public static void Add(XDocument report, string root, Dictionary<(string File, int Line), bool> lines)
    {
        var sources = report.Descendants("source").Select(source => source.Value).ToArray();
        foreach (var type in report.Descendants("class"))
        {
            var file = Locate(type.Attribute("filename")?.Value ?? "", sources, root);
            if (file is null || file.StartsWith("tests/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal))
                continue;
            foreach (var line in type.Descendants("line"))
            {
                var key = (file, Number(line, "number"));
                lines[key] = lines.GetValueOrDefault(key) || Number(line, "hits") > 0;
            }
        }
    }

    private static bool IsDomain(string file) =>
        file.Contains("/Core/", StringComparison.Ordinal)
        || file.StartsWith("contracts/Kernel/", StringComparison.Ordinal)
        || file.StartsWith("contracts/Events/", StringComparison.Ordinal);

    /// <returns>The path from the repository's root; null for what lies outside.</returns>
    private static string? Locate(string name, string[] sources, string root)
    {
        var path = sources.Select(source => Path.Combine(source, name)).FirstOrDefault(File.Exists) ?? Path.GetFullPath(name, root);
        var relative = Path.GetRelativePath(root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? null : relative;
    }

    private static int Number(XElement line, string attribute) =>
        int.Parse(line.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);

    private static string Percent(Dictionary<(string File, int Line), bool> lines, Func<string, bool> wanted)
    {
        var chosen = lines.Where(line => wanted(line.Key.File)).ToArray();
        return chosen.Length == 0 ? "-" : $"{100.0 * chosen.Count(line => line.Value) / chosen.Length:0.0} % of {chosen.Length} lines";
    }
}
