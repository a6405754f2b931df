using System.Diagnostics;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Local.Testing;

/// <summary>Runs a program to its end with its output in a file.</summary>
internal static class Tool
{
    // For the parent-death signal, as for the parts of the fleet.
    private static readonly ChildThread Starter = new();

    /// <param name="temporary">Its folder for temporary files; null: the one of this process.</param>
    /// <returns>Its exit code; null when it was killed because it took longer than allowed.</returns>
    public static async Task<int?> Run(string folder, string log, TimeSpan within, string program, IEnumerable<string> arguments,
        CancellationToken cancellationToken, string? temporary = null)
    {
        var start = new ProcessStartInfo("setpriv") { WorkingDirectory = folder, RedirectStandardInput = true };
        string[] wrapper = ["--pdeathsig", "TERM", "--", "sh", "-c", "exec \"$@\" >\"$0\" 2>&1", log, program];
        foreach (var argument in wrapper.Concat(arguments))
            start.ArgumentList.Add(argument);
        if (temporary is not null) start.Environment["TMPDIR"] = temporary;
        using var process = await Starter.Run(() => Process.Start(start))
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
