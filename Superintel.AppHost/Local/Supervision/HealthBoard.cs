using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>The health of every part, and a way to wait for it to change.</summary>
public sealed class HealthBoard
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, PartHealth> health = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IReadOnlyList<string>> missing = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HealthBoard(IEnumerable<Part> parts)
    {
        foreach (var part in parts)
            health[part.Name] = PartHealth.Waiting;
    }

    public PartHealth this[string part]
    {
        get
        {
            lock (gate)
                return health[part];
        }
    }

    /// <summary>What a part works without; empty unless it is degraded.</summary>
    public IReadOnlyList<string> Missing(string part)
    {
        lock (gate)
            return missing.GetValueOrDefault(part, []);
    }

    /// <summary>A part works: healthy, or degraded where something is missing.</summary>
    public void Works(string part, IReadOnlyList<string> without) =>
        Report(part, without.Count == 0 ? PartHealth.Healthy : PartHealth.Degraded, without);

    public void Report(string part, PartHealth now) => Report(part, now, []);

    /// <summary>Completes when all of these parts work.</summary>
    public async Task UntilWorking(IEnumerable<string> parts, CancellationToken cancellationToken)
    {
        var names = parts.ToArray();
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (names.All(name => health[name].Works()))
                    return;
                next = changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private void Report(string part, PartHealth now, IReadOnlyList<string> without)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            health[part] = now;
            missing[part] = without;
            before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }
}
