using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Processes;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Local.Supervision;

namespace Superintel.AppHost.Local.Hosting;

/// <summary>The process that runs a fleet from start to stop.</summary>
/// <param name="folder">The fleet's state.</param>
/// <param name="plan">Settles ports, secrets and commands; called when the folder is ours alone.</param>
/// <param name="terminal">Where progress goes.</param>
public sealed class FleetHost(StateFolder folder, Func<Action<string>, FleetPlan> plan, HostOptions options, TextWriter terminal)
{
    private const int TailLines = 30;
    private readonly TimeProvider clock = TimeProvider.System;
    private string state = "starting";

    /// <returns>The exit code: 0 when it was asked to stop, 1 when a part did not come up.</returns>
    /// <exception cref="FleetException">Another host runs on this folder, or the plan cannot be carried out.</exception>
    public async Task<int> Run()
    {
        folder.Create();
        using var held = FleetLock.Take(folder) ?? throw FleetException.AlreadyRuns(folder, FleetLock.Holder(folder));
        using var stopping = new CancellationTokenSource();
        using var signals = new SignalTrap(stopping);
        var record = new RunRecord(folder);
        var left = await record.EndLeftovers(options.LeftoversEndWithin, stopping.Token);
        if (left > 0)
            Say($"ended {left} processes that an earlier host left behind");

        var fleet = plan(Say);
        using var children = new ChildThread();
        var around = new Surroundings(folder, new HealthBoard(fleet.Parts), children, record, clock, Say);
        using var supervisor = new Supervisor(fleet.Parts, around);
        await using var control = new ControlServer(folder, request => Answer(request, fleet, supervisor, stopping));
        var began = clock.GetTimestamp();
        supervisor.Start();
        var code = await UntilAskedToStop(supervisor, fleet, began, stopping.Token);
        state = "stopping";
        Say("stopping");
        await supervisor.Stop();
        Say("stopped");
        return code;
    }

    private async Task<int> UntilAskedToStop(Supervisor supervisor, FleetPlan fleet, long began, CancellationToken stop)
    {
        try
        {
            if (await supervisor.Ready(options.ReadyWithin, stop) is { } failing)
            {
                Blame(supervisor, failing);
                return 1;
            }

            state = "ready";
            Say($"ready after {clock.GetElapsedTime(began).TotalSeconds:0.0} s");
            if (!options.Detached)
                Banner.Print(terminal, folder, fleet.Urls);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }

        return 0;
    }

    private void Blame(Supervisor supervisor, Part failing)
    {
        Say($"{failing.Name} did not come up within {options.ReadyWithin.TotalSeconds:0} s, or crashed again and again.");
        foreach (var part in supervisor.Status().Where(part => part.Health != "healthy"))
            Say($"{part.Name}: {part.Health}{(part.LastEnd is { } end ? $" ({end}, {part.Restarts} restarts)" : "")}");
        var path = folder.LogOf(failing.Name);
        Say($"the end of {path}:");
        foreach (var line in RollingLog.Tail(path, TailLines))
            terminal.WriteLine("    " + line);
    }

    private async Task<ControlReply> Answer(
        ControlRequest request, FleetPlan fleet, Supervisor supervisor, CancellationTokenSource stopping)
    {
        switch (request.Verb)
        {
            case "status":
                return new ControlReply(new FleetStatus(supervisor.Status(), fleet.Urls, state, Environment.ProcessId), null);
            case "down":
                await stopping.CancelAsync();
                return new ControlReply(null, null);
            case "stop" or "start" or "restart":
                var known = await supervisor.Change(request.Part ?? "", request.Verb != "start", request.Verb != "stop");
                return new ControlReply(null, known ? null : $"No part of the fleet is called {request.Part}.");
            default:
                return new ControlReply(null, $"Unknown verb {request.Verb}.");
        }
    }

    private void Say(string line)
    {
        lock (terminal)
            terminal.WriteLine(line);
    }
}
