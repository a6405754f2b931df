using System.Text.Json;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Local.Testing;

/// <summary>The web app's own tests, by <c>npm test</c>.</summary>
public sealed class WebTests(Repository repository, string results)
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    public async Task<TestOutcome> Run(CancellationToken cancellationToken)
    {
        var folder = repository.At("gateway", "web");
        if (!File.Exists(Path.Combine(folder, "package.json")))
            return TestOutcome.None;
        var log = Path.Combine(results, "web.log");
        var report = Path.Combine(results, "web.json");
        string[] arguments = ["test", "--", "--reporter=default", "--reporter=json", $"--outputFile.json={report}"];
        var code = await Tool.Run(folder, log, Within, "npm", arguments, cancellationToken);
        var outcome = File.Exists(report) ? Read(await File.ReadAllTextAsync(report, cancellationToken)) : TestOutcome.None;
        if (code == 0 || outcome.Failed > 0)
            return outcome;
        var tail = string.Join('\n', RollingLog.Tail(log, 40));
        return outcome + TestOutcome.Broken($"npm test ended with code {code}. The end of {log}:\n{tail}");
    }

    /// <summary>Reads the JSON report that vitest shares with jest.</summary>
    public static TestOutcome Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var failures =
            from file in root.GetProperty("testResults").EnumerateArray()
            from test in file.GetProperty("assertionResults").EnumerateArray()
            where test.GetProperty("status").GetString() == "failed"
            let messages = test.GetProperty("failureMessages").EnumerateArray().Select(message => message.GetString())
            select $"{test.GetProperty("fullName").GetString()}\n{string.Join('\n', messages)}";
        var failed = root.GetProperty("numFailedTests").GetInt32();
        // A file that does not load fails as a suite and has no test to count.
        var broken = root.GetProperty("success").GetBoolean() || failed > 0
            ? TestOutcome.None
            : TestOutcome.Broken("A test file of the web app could not be run; see artifacts/test-results/web.log.");
        return new TestOutcome(
            root.GetProperty("numPassedTests").GetInt32(),
            failed,
            root.GetProperty("numPendingTests").GetInt32() + root.GetProperty("numTodoTests").GetInt32(),
            [.. failures]) + broken;
    }
}
