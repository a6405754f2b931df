using System.CommandLine;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Verbs;

/// <summary><c>down</c>: asks the host to stop, then waits until it has.</summary>
public static class DownVerb
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var state = StateOption.Create();
        var command = new Command("down", "Stops the fleet that runs in the background or in another terminal") { state };
        command.SetAction((parsed, _) => Run(state.Folder(parsed), Console.Out));
        return command;
    }

    public static async Task<int> Run(StateFolder folder, TextWriter terminal)
    {
        if (FleetLock.Holder(folder) is not { } pid)
        {
            terminal.WriteLine($"No fleet runs on {folder.Root}.");
            return 0;
        }

        // A host that does not answer still understands the signal.
        if (await ControlClient.Ask(folder, new ControlRequest("down"), TimeSpan.FromSeconds(10)) is null)
            Signals.Send(pid, Signals.Terminate);
        terminal.WriteLine("stopping");
        var began = TimeProvider.System.GetTimestamp();
        while (FleetLock.Holder(folder) is not null)
        {
            if (TimeProvider.System.GetElapsedTime(began) > StopsWithin)
            {
                Signals.Send(pid, Signals.Kill);
                terminal.WriteLine($"The host (pid {pid}) did not stop within {StopsWithin.TotalSeconds:0} s and was killed.");
                return 1;
            }

            await Task.Delay(Interval);
        }

        terminal.WriteLine("stopped");
        return 0;
    }
}
