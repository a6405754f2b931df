namespace Superintel.Architecture.Tests.Tidy;

public sealed class TidyTests
{
    private static readonly string[] Extensions =
        [".cs", ".ts", ".tsx", ".sql", ".md", ".csproj", ".props", ".targets", ".yml", ".proto", ".css"];

    private static IEnumerable<TidyRule> Rules => TidyRules.All;

    [TestCaseSource(nameof(Rules))]
    public void Every_file_keeps_the_rule(object rule) => Assert.That(
        Repository.Files(Extensions).SelectMany(path => ((TidyRule)rule).Check(path, Repository.Read(path))), Is.Empty);

    [TestCase("A file has at most 250 lines", "a.cs", "\n^260")]
    [TestCase("A line has at most 140 columns", "a.cs", "x^141")]
    [TestCase("No type is called Utils, Helpers, Manager, Common or Misc", "services/Risk/Core/MathUtils.cs", "")]
    [TestCase("A file has one public type, and its name", "services/Risk/Core/Limit.cs",
        "public sealed record Limit();\npublic enum Kind { }")]
    [TestCase("A file has one public type, and its name", "services/Risk/Core/Limit.cs", "public static class Other { }")]
    [TestCase("Work is finished before it is committed", "a.cs", "// TODO: later")]
    [TestCase("Tests and services wait for a condition, never for time", "a.cs", "Thread.Sleep(5);")]
    [TestCase("Files of tests lie in Scratch, which is removed", "tests/a.cs", "Path.GetTempFileName()")]
    [TestCase("Nothing is caught to be forgotten", "a.cs", "try { } catch (Exception) { }")]
    [TestCase("SQL names no other service's schema", "services/Risk/Service/Migrations/001_a.sql", "select * from journal.entry")]
    [TestCase("No path of a machine stands in a file", "docs/a.md", "see /root/.nuget for it")]
    public void Planted_violation_is_reported(string rule, string path, string text)
    {
        var planted = text.Split('^') is [var piece, var times] ? string.Concat(Enumerable.Repeat(piece, int.Parse(times))) : text;
        Assert.That(TidyRules.All.Single(r => r.Name == rule).Check(path, planted).ToArray(), Is.Not.Empty);
    }

    [Test]
    public void Every_rule_has_a_planted_violation() => Assert.That(
        typeof(TidyTests).GetMethod(nameof(Planted_violation_is_reported))!.GetCustomAttributes(typeof(TestCaseAttribute), false)
            .Cast<TestCaseAttribute>().Select(plant => plant.Arguments[0]),
        Is.SupersetOf(TidyRules.All.Select(rule => rule.Name)));

    [Test]
    public void Half_of_the_files_have_at_most_forty_lines_and_nine_tenths_at_most_hundred_and_twenty()
    {
        var lengths = Repository.Files(".cs").Select(path => Repository.Read(path).AsSpan().Count('\n')).Order().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(lengths[lengths.Length / 2], Is.LessThanOrEqualTo(40), "median");
            Assert.That(lengths[lengths.Length * 9 / 10], Is.LessThanOrEqualTo(120), "90th percentile");
        });
    }
}
