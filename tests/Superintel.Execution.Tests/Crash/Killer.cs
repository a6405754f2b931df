namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// Kills the process at its points, one after the other. Who passes a moment waits here until the process is gone, so that nothing
/// happens between the moment and its death.
/// </summary>
internal sealed class Killer(IReadOnlyList<KillPoint> points)
{
    private readonly Lock gate = new();
    private Action? kill;
    private int next;
    private int passed;

    /// <summary>Points that were reached.</summary>
    public IReadOnlyList<KillPoint> Struck
    {
        get
        {
            lock (gate) return [.. points.Take(next)];
        }
    }

    /// <summary>Counts from now on.</summary>
    public void Arm(Action kill)
    {
        lock (gate) this.kill = kill;
    }

    public void Disarm()
    {
        lock (gate) kill = null;
    }

    /// <returns>True: the process died here.</returns>
    public bool Passes(KillMoment moment)
    {
        lock (gate)
        {
            if (kill is null || next == points.Count || points[next].Moment != moment || ++passed < points[next].Nth) return false;
            (next, passed) = (next + 1, 0);
            kill();
            return true;
        }
    }
}
