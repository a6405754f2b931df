namespace Superintel.Architecture.Tests.Logging;

public sealed class LogEventTests
{
    private static readonly string[] Projects = ["a/Service", "a"];

    [Test]
    public void Id_of_a_log_event_is_declared_once_in_its_project()
    {
        var projects = Repository.Files(".csproj").Select(path => Path.GetDirectoryName(path)!).Distinct().ToArray();
        var files = Repository.Files(".cs").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(path => (Path: path, Text: Repository.Read(path))).ToArray();
        Assert.That(files.SelectMany(file => LogEvents.Ids(file.Text)).Count(), Is.GreaterThan(50), "the attributes are found");
        Assert.That(LogEvents.Repeated(files, projects), Is.Empty);
    }

    [Test]
    public void Id_that_a_project_declares_twice_is_reported_with_its_files() => Assert.That(
        LogEvents.Repeated(
            [("a/Service/X.cs", "[LoggerMessage(7, LogLevel.Error, \"x\")]"), ("a/Service/Y.cs", "[LoggerMessage(\n    EventId = 7,")],
            Projects),
        Is.EqualTo(["a/Service has 7 2 times: a/Service/X.cs, a/Service/Y.cs"]));

    [Test]
    public void Id_that_two_projects_declare_is_no_fault() => Assert.That(
        LogEvents.Repeated([("a/Service/X.cs", "[LoggerMessage(7,"), ("a/Y.cs", "[LoggerMessage(7,")], Projects), Is.Empty);
}
