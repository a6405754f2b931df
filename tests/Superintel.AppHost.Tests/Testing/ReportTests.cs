using System.Xml.Linq;
using Superintel.AppHost.Local.Testing;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Testing;

public sealed class ReportTests
{
    [Test]
    public void Result_file_of_dotnet_test_gives_counts_and_the_message_of_each_failure()
    {
        var path = Scratch.File("report");
        File.WriteAllText(path, """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="A" outcome="Passed" /><UnitTestResult testName="B" outcome="NotExecuted" />
              <UnitTestResult testName="C" outcome="Failed"><Output><ErrorInfo>
                <Message>Expected: 1</Message><StackTrace>at C.cs:line 3</StackTrace></ErrorInfo></Output></UnitTestResult>
            </Results></TestRun>
            """);
        var outcome = TrxReport.Read(path);
        File.Delete(path);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.ToString(), Is.EqualTo("1 passed, 1 failed, 1 skipped"));
            Assert.That(outcome.Failures.Single(), Does.Contain("C\nExpected: 1\nat C.cs:line 3"));
        });
    }

    [Test]
    public void Report_of_the_web_tests_gives_counts_and_messages()
    {
        var outcome = WebTests.Read("""
            {"success":false,"numPassedTests":4,"numFailedTests":1,"numPendingTests":1,"numTodoTests":1,
             "testResults":[{"assertionResults":[{"status":"passed"},
               {"status":"failed","fullName":"sign in fails","failureMessages":["no button"]}]}]}
            """);
        Assert.That(outcome.ToString(), Is.EqualTo("4 passed, 1 failed, 2 skipped"));
        Assert.That(outcome.Failures.Single(), Is.EqualTo("sign in fails\nno button"));
    }

    [Test]
    public void Web_test_file_that_does_not_load_counts_as_a_failure()
    {
        var outcome = WebTests.Read(
            """{"success":false,"numPassedTests":4,"numFailedTests":0,"numPendingTests":0,"numTodoTests":0,"testResults":[]}""");
        Assert.That(outcome.Failed, Is.EqualTo(1));
    }

    [Test]
    public void Coverage_of_two_runs_counts_a_line_once_and_as_covered_when_either_ran_it()
    {
        const string root = "/repository";
        var lines = new Dictionary<(string File, int Line), bool>();
        CoverageReport.Add(Report("services/Risk/Core/Limit.cs", (1, 0), (2, 1)), root, lines);
        CoverageReport.Add(Report("services/Risk/Core/Limit.cs", (1, 3), (2, 0), (3, 0)), root, lines);
        CoverageReport.Add(Report("services/Risk/Service/Program.cs", (1, 0)), root, lines);
        CoverageReport.Add(Report("tests/Some.Tests/Test.cs", (1, 1)), root, lines);
        Assert.That(
            CoverageReport.Describe(lines),
            Is.EqualTo("Line coverage: domain 66.7 % of 3 lines, infrastructure 0.0 % of 1 lines, total 50.0 % of 4 lines"));
    }

    private static XDocument Report(string file, params (int Number, int Hits)[] lines) => new(
        new XElement("coverage", new XElement("class", new XAttribute("filename", file), lines.Select(line =>
            new XElement("line", new XAttribute("number", line.Number), new XAttribute("hits", line.Hits))))));
}
