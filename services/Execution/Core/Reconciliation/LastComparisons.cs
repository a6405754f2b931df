namespace Superintel.Execution.Reconciliation;

/// <summary>When each venue's last comparison of this run was stored: what ended before it is in it.</summary>
public sealed class LastComparisons
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> times = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    /// <summary>On the fleet's clock, of the last one that got all its answers; null: none in this run.</summary>
    public DateTimeOffset? Of(string venue)
    {
        lock (gate) return times.TryGetValue(venue, out var at) ? at : null;
    }

    /// <summary>A difference there has not been looked into in this run, or what could explain it was not answered.</summary>
    public bool IsOpen(string venue)
    {
        lock (gate) return !times.ContainsKey(venue) || open.Contains(venue);
    }

    /// <param name="at">When it began, on the fleet's clock.</param>
    public void Note(string venue, DateTimeOffset at, ReconciliationReport report)
    {
        lock (gate)
        {
            if (report.IsOpen)
            {
                open.Add(venue);
                return;
            }
            open.Remove(venue);
            times[venue] = at;
        }
    }
}
