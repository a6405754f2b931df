using System.ComponentModel;
using System.Diagnostics;

namespace Superintel.Feed;

/// <summary>Runs an ordinary client (npm, dotnet) and keeps what it printed.</summary>
public static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<CommandResult> RunAsync(
        string file, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new CommandResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new FeedException($"`{file}` did not end within {Patience.TotalMinutes} minutes. Check the network and try again.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new FeedException($"`{start.FileName}` did not start.");
        }
        catch (Win32Exception e)
        {
            throw new FeedException($"`{start.FileName}` was not found on the PATH. Install it (npm comes with Node.js) and try again.", e);
        }
    }
}
