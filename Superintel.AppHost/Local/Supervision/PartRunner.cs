using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>Keeps one part running: starts it when all it references is healthy, watches it, starts it again after a crash.</summary>
public sealed class PartRunner(Part part, Surroundings around) : IDisposable
{
    private readonly RollingLog log = new(around.Folder.LogOf(part.Name));
    private readonly Backoff backoff = new(part.Restart);
    private readonly Lock gate = new();
    private CancellationTokenSource? wish;
    private Task running = Task.CompletedTask;
    private Child? child;

    public Part Part => part;

    public int Restarts { get; private set; }

    public string? LastEnd { get; private set; }

    /// <summary>Completes when the part has crashed so often without ever being healthy that waiting for it is hopeless.</summary>
    public TaskCompletionSource Hopeless { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PartStatus Status()
    {
        var pid = Volatile.Read(ref child)?.Pid;
        var memory = pid is { } root ? ProcessTable.MemoryBytes(root) : 0;
        return new PartStatus(part.Name, Words.Of(around.Board[part.Name]), part.Url, pid, memory, Restarts, LastEnd)
        {
            Missing = around.Board.Missing(part.Name),
        };
    }

    /// <summary>From now on it shall run.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (wish is not null)
                return;
            wish = new CancellationTokenSource();
            running = Keep(running, wish.Token);
        }
    }

    /// <summary>From now on it shall not run; completes when it does not.</summary>
    public Task Stop()
    {
        lock (gate)
        {
            wish?.Cancel();
            wish = null;
            return running;
        }
    }

    public void Dispose() => log.Dispose();

    private async Task Keep(Task before, CancellationToken stop)
    {
        await before;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                around.Board.Report(part.Name, PartHealth.Waiting);
                await around.Board.UntilWorking(part.References, stop);
                var uptime = await RunOnce(stop);
                stop.ThrowIfCancellationRequested();
                await Rest(uptime, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Note(around.Clock.GetUtcNow(), "stopped");
        }

        around.Board.Report(part.Name, PartHealth.Stopped);
    }

    private async Task Rest(TimeSpan uptime, CancellationToken stop)
    {
        var delay = backoff.Next(uptime);
        if (backoff.CrashesInARow >= part.Restart.HopelessAfter)
            Hopeless.TrySetResult();
        Say($"{LastEnd} after {uptime.TotalSeconds:0.0} s; starting again in {delay.TotalSeconds:0.0} s");
        await Task.Delay(delay, around.Clock, stop);
        Restarts++;
    }

    private async Task<TimeSpan> RunOnce(CancellationToken stop)
    {
        var began = around.Clock.GetTimestamp();
        log.Note(around.Clock.GetUtcNow(), $"starting {part.Launch.Program}");
        using var process = await around.Children.Start(new ChildRequest(part.Launch, part.DeathSignal, log));
        Volatile.Write(ref child, process);
        around.Record.Add(process);
        around.Board.Report(part.Name, PartHealth.Starting);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = new Watch(part, around, Say).Run(ended.Token);
        try
        {
            await process.Ended.WaitAsync(stop);
            await process.Sweep();
            LastEnd = $"ended with code {process.ExitCode}";
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            var clean = await process.Stop(part.StopWithin);
            LastEnd = clean ? "stopped" : $"killed: did not stop within {part.StopWithin.TotalSeconds:0} s";
        }

        await ended.CancelAsync();
        await watching;
        around.Board.Report(part.Name, stop.IsCancellationRequested ? PartHealth.Stopped : PartHealth.Restarting);
        Volatile.Write(ref child, null);
        around.Record.Remove(process);
        return around.Clock.GetElapsedTime(began);
    }

    private void Say(string text)
    {
        log.Note(around.Clock.GetUtcNow(), text);
        around.Say($"{part.Name}: {text}");
    }
}
