using System.Diagnostics;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Hosting;

/// <summary>Starts this program again as a host of its own session and shows its progress until it is ready or has failed.</summary>
public sealed class DetachedHost(StateFolder folder, TextWriter terminal)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AskWithin = TimeSpan.FromSeconds(5);
    private long shown;

    /// <param name="arguments">What the host is called with.</param>
    public async Task<int> Start(IReadOnlyList<string> arguments)
    {
        folder.Create();
        if (FleetLock.Holder(folder) is { } pid)
            throw FleetException.AlreadyRuns(folder, pid);
        if (File.Exists(folder.HostLog))
            File.Move(folder.HostLog, Path.ChangeExtension(folder.HostLog, "1.log"), overwrite: true);
        using var host = Launch(arguments);
        while (true)
        {
            var ended = host.HasExited;
            Show();
            if (ended)
                return host.ExitCode == 0 ? 1 : host.ExitCode;
            var reply = await ControlClient.Ask(folder, new ControlRequest("status"), AskWithin);
            if (reply?.Status is { State: "ready" } status)
            {
                Show();
                Banner.Print(terminal, folder, status.Urls);
                return 0;
            }

            await Task.Delay(Interval);
        }
    }

    private Process Launch(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = folder.Root };
        string[] wrapper =
        [
            "sh", "-c", "umask 077; exec \"$@\" >\"$0\" 2>&1 </dev/null", folder.HostLog,
            Environment.ProcessPath ?? "dotnet", Path.GetFullPath(Environment.GetCommandLineArgs()[0]),
        ];
        foreach (var argument in wrapper.Concat(arguments))
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new FleetException("The host did not start.");
    }

    private void Show()
    {
        if (!File.Exists(folder.HostLog))
            return;
        using var log = new FileStream(folder.HostLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Seek(shown, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        terminal.Write(reader.ReadToEnd());
        terminal.Flush();
        shown = log.Position;
    }
}
