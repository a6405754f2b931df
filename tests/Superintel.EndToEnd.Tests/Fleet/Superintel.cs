using System.Diagnostics;
using Superintel.TestKit;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>The entry script, run as a person would run it.</summary>
public static class Superintel
{
    public static async Task<CommandResult> Run(TimeSpan within, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.File("superintel"), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start.WithoutDiagnostics())!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new CommandResult(process.ExitCode, await output.WaitAsync(deadline.Token), await errors.WaitAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"./superintel {string.Join(' ', arguments)} did not end within {within}.");
        }
    }
}
