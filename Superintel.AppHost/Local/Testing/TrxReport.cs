using System.Xml.Linq;

namespace Superintel.AppHost.Local.Testing;

/// <summary>Reads the result files of <c>dotnet test</c>.</summary>
public static class TrxReport
{
    private static readonly XNamespace Names = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestOutcome Read(string path)
    {
        // The counters of the file leave out what NUnit skipped, so the results themselves are counted.
        var results = XDocument.Load(path).Descendants(Names + "UnitTestResult").ToArray();
        var failed = results.Where(result => Outcome(result) is not ("Passed" or "NotExecuted")).ToArray();
        return new TestOutcome(
            results.Count(result => Outcome(result) == "Passed"),
            failed.Length,
            results.Count(result => Outcome(result) == "NotExecuted"),
            [.. failed.Select(Describe)]);
    }

    private static string Outcome(XElement result) => result.Attribute("outcome")?.Value ?? "Unknown";

    private static string Describe(XElement result)
    {
        var error = result.Element(Names + "Output")?.Element(Names + "ErrorInfo");
        var message = error?.Element(Names + "Message")?.Value.Trim() ?? "no message";
        var trace = error?.Element(Names + "StackTrace")?.Value.TrimEnd();
        return $"{result.Attribute("testName")?.Value}\n{message}\n{trace}";
    }
}
