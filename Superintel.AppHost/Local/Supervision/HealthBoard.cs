using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>The health of every part, and a way to wait for it to change.</summary>
public sealed class HealthBoard
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, PartHealth> health = new(StringComparer.Ordinal);
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

    public void Report(string part, PartHealth now)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            health[part] = now;
            before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }

    public async Task Until(IEnumerable<string> parts, PartHealth wanted, CancellationToken cancellationToken)
    {
        var names = parts.ToArray();
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (names.All(name => health[name] == wanted))
                    return;
                next = changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
