using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// Brings executions and commissions together, whichever comes first. An execution whose commission stays away is given out alone after
/// <paramref name="patience"/>: a fill must not wait for its price tag. It is given out again with it, however late it comes.
/// </summary>
/// <param name="bound">Most halves kept; the oldest goes first.</param>
public sealed class ExecutionJoin(TimeProvider clock, TimeSpan patience, int bound = 4096)
{
    private readonly Dictionary<string, (ExecutionDetails Details, DateTimeOffset At)> executions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommissionReport> commissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutionDetails> unpriced = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <returns>Null: its commission is awaited.</returns>
    public PricedExecution? Add(ExecutionDetails details)
    {
        if (commissions.Remove(details.ExecutionId, out var commission)) return new PricedExecution(details, commission);
        unpriced.Remove(details.ExecutionId);
        executions[details.ExecutionId] = (details, clock.GetUtcNow());
        Remember(details.ExecutionId);
        return null;
    }

    /// <returns>Null: its execution is awaited.</returns>
    public PricedExecution? Add(CommissionReport commission)
    {
        if (executions.Remove(commission.ExecutionId, out var waiting)) return new PricedExecution(waiting.Details, commission);
        if (unpriced.Remove(commission.ExecutionId, out var given)) return new PricedExecution(given, commission);
        commissions[commission.ExecutionId] = commission;
        Remember(commission.ExecutionId);
        return null;
    }

    /// <returns>Executions that waited long enough, oldest first, without a commission.</returns>
    public IReadOnlyList<PricedExecution> Overdue() => Waiting(clock.GetUtcNow() - patience);

    /// <returns>All that wait, oldest first: nothing will come any more.</returns>
    public IReadOnlyList<PricedExecution> All() => Waiting(DateTimeOffset.MaxValue);

    private IReadOnlyList<PricedExecution> Waiting(DateTimeOffset until)
    {
        var due = executions.Where(e => e.Value.At <= until).OrderBy(e => e.Value.At)
            .ThenBy(e => e.Key, StringComparer.Ordinal).ToArray();
        foreach (var (id, waiting) in due)
        {
            executions.Remove(id);
            unpriced[id] = waiting.Details;
        }
        return [.. due.Select(e => new PricedExecution(e.Value.Details, null))];
    }

    private void Remember(string id)
    {
        order.Enqueue(id);
        while (order.Count > bound)
        {
            var oldest = order.Dequeue();
            commissions.Remove(oldest);
            unpriced.Remove(oldest);
        }
    }
}
