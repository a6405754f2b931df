using System.Diagnostics;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Local.Testing;

/// <summary>Runs test projects, two beside each other where they allow it, and adds up what came of them.</summary>
public sealed class TestRun(Repository repository, TestOptions options, TextWriter terminal)
{
    private const int Beside = 2;
    // Only against what hangs: the end-to-end tests take about ten minutes on two processors.
    private readonly TimeSpan projectWithin = options.Nightly ? TimeSpan.FromHours(3) : TimeSpan.FromMinutes(25);
    private readonly string results = repository.At("artifacts", "test-results");

    /// <returns>0 when tests ran and none failed.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);
        Directory.CreateDirectory(results);
        var projects = TestProject.In(repository);
        var outcomes = new List<TestOutcome>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Beside, CancellationToken = cancellationToken };
        var rest = new ParallelOptions { MaxDegreeOfParallelism = 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(projects.Where(project => !project.Alone), limits, (project, token) => Note(project, outcomes, token));
        await Parallel.ForEachAsync(projects.Where(project => project.Alone), rest, (project, token) => Note(project, outcomes, token));
        if (options is { Filter: null, Nightly: false })
            outcomes.Add(await Timed("gateway/web", new WebTests(repository, results).Run(cancellationToken)));

        var total = outcomes.Aggregate(TestOutcome.None, (sum, outcome) => sum + outcome);
        foreach (var failure in total.Failures)
            terminal.WriteLine($"\nFAILED {failure}");
        if (options.Coverage)
            terminal.WriteLine("\n" + CoverageReport.Merge(results, repository.Root));
        if (total.Passed + total.Failed == 0)
            terminal.WriteLine(options.Filter is null ? "\nNo test ran." : $"\nNo test matches {options.Filter}.");
        terminal.WriteLine();
        terminal.WriteLine(total);
        return total is { Failed: 0, Passed: > 0 } ? 0 : 1;
    }

    private async ValueTask Note(TestProject project, List<TestOutcome> outcomes, CancellationToken cancellationToken)
    {
        var outcome = await Timed(project.Name, RunProject(project, cancellationToken));
        lock (outcomes)
            outcomes.Add(outcome);
    }

    private async Task<TestOutcome> Timed(string name, Task<TestOutcome> run)
    {
        var began = Stopwatch.GetTimestamp();
        var outcome = await run;
        lock (terminal)
            terminal.WriteLine($"{name,-34} {outcome,-40} {Stopwatch.GetElapsedTime(began).TotalSeconds,6:0.0} s");
        return outcome;
    }

    // Code that counts its lines has no speed to measure.
    private string? Filter()
    {
        string?[] parts =
            [options.Filter, options.Coverage ? "TestCategory!=Speed" : null, options.Nightly ? "TestCategory=nightly" : null];
        var given = parts.OfType<string>().ToArray();
        return given.Length > 1 ? string.Join('&', given.Select(part => $"({part})")) : given.FirstOrDefault();
    }

    private async Task<TestOutcome> RunProject(TestProject project, CancellationToken cancellationToken)
    {
        // The assembly itself starts seconds sooner than its project; only the project knows the coverage collector.
        var target = options.Coverage ? repository.At(project.File) : repository.Assembly(project.File);
        if (!File.Exists(target))
            return TestOutcome.Broken($"{project.Name} has not been built: {target} is missing.");
        List<string> arguments =
            ["test", target, "--logger", $"trx;LogFileName={project.Name}.trx", "--results-directory", results, "--nologo"];
        if (options.Coverage)
            arguments.AddRange(["--no-build", "-c", "Release", "--collect", "XPlat Code Coverage"]);
        if (Filter() is { } filter)
            arguments.AddRange(["--filter", filter]);
        // Tests that only run when they are asked for are asked for by their category.
        if (options.Nightly)
            arguments.AddRange(["--", "NUnit.ExplicitMode=Relaxed"]);

        var log = Path.Combine(results, project.Name + ".log");
        using var temporary = new TemporaryFiles();
        var code = await Tool.Run(repository.Root, log, projectWithin, "dotnet", arguments, cancellationToken, temporary.Folder);
        if (temporary.Left() is { Length: > 0 } left)
            lock (terminal)
                terminal.WriteLine($"{project.Name} left temporary files: {left}");
        var report = Path.Combine(results, project.Name + ".trx");
        var outcome = File.Exists(report) ? TrxReport.Read(report) : TestOutcome.None;
        if (code == 0 || outcome.Failed > 0)
            return outcome;
        var how = code is null ? $"was killed after {projectWithin.TotalMinutes:0} minutes" : $"ended with code {code}";
        var tail = string.Join('\n', RollingLog.Tail(log, 40));
        return outcome + TestOutcome.Broken($"{project.Name} {how}, though no test of it failed. The end of {log}:\n{tail}");
    }
}
