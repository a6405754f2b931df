using System.Diagnostics;

namespace Superintel.AppHost.Local.Processes;

/// <summary>A running process that the host started, in a session of its own.</summary>
public sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly Task copying;

    private Child(Process process, RollingLog log)
    {
        this.process = process;
        Pid = process.Id;
        StartTicks = ProcessTable.StartTicks(Pid) ?? 0;
        copying = log.Copy(process.StandardOutput.BaseStream);
        Ended = process.WaitForExitAsync();
    }

    public int Pid { get; }

    /// <summary>Clock ticks since boot at which it started; with the pid it names the process for good.</summary>
    public long StartTicks { get; }

    public Task Ended { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>
    /// setpriv ties its life to the host's; setsid keeps a Ctrl-C at the terminal from reaching it before the host has
    /// decided the order; the shell joins its two streams. Each replaces itself by the next: the pid stays the program's.
    /// </summary>
    internal static Child Start(ChildRequest request)
    {
        var launch = request.Launch;
        var start = new ProcessStartInfo("setpriv")
        {
            WorkingDirectory = launch.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        string[] wrapper =
            ["--pdeathsig", request.DeathSignal, "--", "setsid", "sh", "-c", "exec \"$@\" 2>&1", "sh", launch.Program];
        foreach (var argument in wrapper.Concat(launch.Arguments))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{launch.Program} did not start.");
        process.StandardInput.Close();
        return new Child(process, request.Log);
    }

    /// <summary>Asks it to end; when it has not after the deadline, kills all of its session.</summary>
    /// <returns>True when it ended by itself.</returns>
    public async Task<bool> Stop(TimeSpan within)
    {
        Signals.Send(Pid, Signals.Terminate);
        var clean = await Task.WhenAny(Ended, Task.Delay(within)) == Ended;
        await Sweep();
        return clean;
    }

    /// <summary>Kills what is left of its process group, and takes in the rest of its output.</summary>
    public async Task Sweep()
    {
        Signals.Send(-Pid, Signals.Kill);
        await Ended;
        // A grandchild that left the group may hold the pipe open; its output is not worth waiting for.
        await Task.WhenAny(copying, Task.Delay(TimeSpan.FromSeconds(2)));
    }

    public void Dispose() => process.Dispose();
}
