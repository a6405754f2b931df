using System.Text.RegularExpressions;

namespace Superintel.Architecture.Tests.Tidy;

/// <summary>The style rules that a reader of text can check.</summary>
internal static partial class TidyRules
{
    private const int LongestFile = 250;
    private const int LongestLine = 140;
    private static readonly string[] Schemas = ["ingestion", "prediction", "approval", "risk", "execution", "journal", "gateway"];

    public static IEnumerable<TidyRule> All =>
    [
        new("A file has at most 250 lines", CSharp, (_, text) => Count(text) is var n && n > LongestFile ? [$"{n} lines"] : []),
        new("A line has at most 140 columns", CSharp, (_, text) => Lines(text)
            .Where(line => line.Text.Length > LongestLine).Select(line => $"line {line.Number} has {line.Text.Length} columns")),
        new("No type is called Utils, Helpers, Manager, Common or Misc", CSharp, (path, _) => VagueName()
            .IsMatch(Path.GetFileNameWithoutExtension(path)) ? ["a function without an owner is a missing type"] : []),
        new("A file has one public type, and its name", path => CSharp(path) && !path.StartsWith("tests", StringComparison.Ordinal),
            OneType),
        new("Work is finished before it is committed", path => Prose(path) || TypeScript(path), (_, text) => Unfinished()
            .Matches(text).Select(match => $"'{match.Value}'")),
        new("Tests and services wait for a condition, never for time", Prose, (_, text) => Sleeping()
            .Matches(text).Select(match => $"'{match.Value}'")),
        new("Files of tests lie in Scratch, which is removed", path => Prose(path) && path.StartsWith("tests", StringComparison.Ordinal)
            && !path.EndsWith("/Scratch.cs", StringComparison.Ordinal), (_, text) => Temporary()
            .Matches(text).Select(match => $"'{match.Value}'")),
        new("Nothing is caught to be forgotten", Prose, (_, text) => Swallowed().Matches(text).Select(_ => "an empty catch")),
        new("SQL names no other service's schema", path => path.EndsWith(".sql", StringComparison.Ordinal), ForeignSchema),
        new("No path of a machine stands in a file", Text, (_, text) => MachinePath().Matches(text).Select(match => $"'{match.Value}'")),
    ];

    private static bool CSharp(string path) => path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool TypeScript(string path) => path.EndsWith(".ts", StringComparison.Ordinal)
        || path.EndsWith(".tsx", StringComparison.Ordinal);

    // These files name what they forbid.
    private static bool Text(string path) => !path.EndsWith("TidyRules.cs", StringComparison.Ordinal)
        && !path.EndsWith("TidyTests.cs", StringComparison.Ordinal);

    private static bool Prose(string path) => CSharp(path) && Text(path);

    private static int Count(string text) => text.AsSpan().Count('\n');

    private static IEnumerable<(int Number, string Text)> Lines(string text) => text.Split('\n')
        .Select((line, index) => (index + 1, line.TrimEnd('\r')));

    private static IEnumerable<string> OneType(string path, string text)
    {
        var types = PublicType().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToArray();
        var file = Path.GetFileNameWithoutExtension(path).Split('.')[0];
        if (types.Length > 1) yield return $"several public types: {string.Join(", ", types)}";
        else if (types.Length == 1 && types[0] != file) yield return $"the public type is {types[0]}";
    }

    private static IEnumerable<string> ForeignSchema(string path, string text) =>
        from schema in Schemas
        where !path.Contains($"/{schema}/", StringComparison.OrdinalIgnoreCase)
            && !path.Contains($".{schema}/", StringComparison.OrdinalIgnoreCase)
        where Regex.IsMatch(text, $@"(?<![\w.'])({schema})\.[a-z_]+\b", RegexOptions.IgnoreCase)
        select $"names {schema}'s schema";

    [GeneratedRegex(@"^(.*(Utils?|Helpers?|Manager|Common|Misc))$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^(\[.*\]\s*)*public (static |sealed |abstract |readonly |partial |unsafe )*(record struct|record "
        + @"class|record|class|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b:?|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\([0-9]{4,}")]
    private static partial Regex Sleeping();

    [GeneratedRegex(@"\b(CreateTempSubdirectory|GetTempPath|GetTempFileName)\b")]
    private static partial Regex Temporary();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"(?<![\w.])/(work|farm|root)/[\w.-]+")]
    private static partial Regex MachinePath();
}
