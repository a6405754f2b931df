using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>Runs all parts: starts each when its references are healthy, stops them in the reverse order.</summary>
public sealed class Supervisor : IDisposable
{
    private readonly IReadOnlyList<PartRunner> runners;
    private readonly Surroundings around;

    public Supervisor(IReadOnlyList<Part> parts, Surroundings around)
    {
        this.around = around;
        runners = [.. PartOrder.Of(parts).Select(part => new PartRunner(part, around))];
    }

    public IReadOnlyList<PartStatus> Status() => [.. runners.Select(runner => runner.Status())];

    public void Start()
    {
        foreach (var runner in runners)
            runner.Start();
    }

    /// <returns>Null when every required part works, otherwise the first that is not at the deadline or is hopeless.</returns>
    public async Task<Part?> Ready(TimeSpan within, CancellationToken cancellationToken)
    {
        var required = runners.Where(runner => runner.Part.Required).ToArray();
        var healthy = around.Board.UntilWorking(required.Select(runner => runner.Part.Name), cancellationToken);
        var deadline = Task.Delay(within, around.Clock, cancellationToken);
        var hopeless = Task.WhenAny(required.Select(runner => runner.Hopeless.Task));
        var first = await Task.WhenAny(healthy, deadline, hopeless);
        await first;
        if (first == healthy)
            return null;
        return required.FirstOrDefault(runner => runner.Hopeless.Task.IsCompleted)?.Part
            ?? required.FirstOrDefault(runner => !Works(runner) && around.Board[runner.Part.Name] != PartHealth.Waiting)?.Part
            ?? required.First(runner => !Works(runner)).Part;
    }

    /// <summary>Each part stops when all that reference it have stopped.</summary>
    public async Task Stop()
    {
        var stops = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var runner in runners.Reverse())
        {
            var users = runners.Where(other => other.Part.References.Contains(runner.Part.Name)).Select(other => stops[other.Part.Name]);
            stops[runner.Part.Name] = StopAfter([.. users], runner);
        }

        await Task.WhenAll(stops.Values);
    }

    /// <summary>One part alone, for maintenance and for fault tests.</summary>
    /// <returns>False when no part has this name.</returns>
    public async Task<bool> Change(string name, bool stop, bool start)
    {
        var runner = runners.FirstOrDefault(runner => runner.Part.Name == name);
        if (runner is null)
            return false;
        if (stop)
            await runner.Stop();
        if (start)
            runner.Start();
        return true;
    }

    public void Dispose()
    {
        foreach (var runner in runners)
            runner.Dispose();
    }

    private bool Works(PartRunner runner) => around.Board[runner.Part.Name].Works();

    private static async Task StopAfter(Task[] users, PartRunner runner)
    {
        await Task.WhenAll(users);
        await runner.Stop();
    }
}
