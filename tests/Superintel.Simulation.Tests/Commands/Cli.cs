using System.Diagnostics;
using System.Text.Json.Nodes;
using Superintel.Simulation.Backtest;

namespace Superintel.Simulation.Tests.Commands;

/// <summary>The offline commands as a user runs them: a process, its output and its exit code.</summary>
internal sealed record Cli(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    public JsonNode Json => JsonNode.Parse(Output) ?? throw new AssertionException($"No JSON: {Output}{Error}");

    public static Cli Run(params string[] arguments) => RunWith(new Dictionary<string, string>(), arguments);

    /// <summary>The same with further variables in the environment.</summary>
    public static Cli RunWith(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { typeof(BacktestCommand).Assembly.Location },
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Most))
        {
            process.Kill(entireProcessTree: true);
            throw new AssertionException($"{string.Join(' ', arguments)} did not end within {Most}.");
        }
        return new Cli(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Demands exit code 2 and the named error on standard error, and as JSON.</summary>
    public void IsRefused(string code, string? series = null, int? row = null)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ExitCode, Is.EqualTo(2), $"{Output}{Error}");
            Assert.That(Error, Does.StartWith($"error {code}:"));
            Assert.That((string?)Json["error"]!["code"], Is.EqualTo(code));
            if (series is not null) Assert.That((string?)Json["error"]!["series"], Is.EqualTo(series));
            if (row is not null) Assert.That((int?)Json["error"]!["row"], Is.EqualTo(row));
        });
    }
}
