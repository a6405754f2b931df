namespace Superintel.Execution.Reconciliation;

/// <summary>When each venue's last comparison of this run was stored: what ended before it is in it.</summary>
public sealed class LastComparisons
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> times = new(StringComparer.Ordinal);

    /// <summary>On the fleet's clock; null: none in this run.</summary>
    public DateTimeOffset? Of(string venue)
    {
        lock (gate) return times.TryGetValue(venue, out var at) ? at : null;
    }

    public void Note(string venue, DateTimeOffset at)
    {
        lock (gate) times[venue] = at;
    }
}
