namespace Superintel.Venue.Ibkr.Session.Pacing;

/// <summary>
/// The limits on history in bars of 30 seconds and less: no identical request within 15 s, fewer than 6 for one contract in 2 s, at most
/// 60 in ten minutes (BID_ASK counts twice). IB, "Historical Data Limitations". Each with two seconds more, for it is TWS that counts: a
/// request that waited for its place among the messages arrives later than it was counted here, and the next one perhaps does not.
/// </summary>
public sealed class HistoricalPacer(TimeProvider clock)
{
    private const int MostInWindow = 60;
    private const int MostPerContract = 5;

    /// <summary>How much later one request may arrive than the next.</summary>
    public static readonly TimeSpan Way = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10) + Way;
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(2) + Way;
    private static readonly TimeSpan Identical = TimeSpan.FromSeconds(15) + Way;
    private readonly Lock gate = new();
    private readonly Queue<Past> past = new();

    /// <param name="contract">What singles out contract, exchange and kind of data.</param>
    /// <param name="request">What singles out the whole request.</param>
    /// <param name="weight">2 for BID_ASK, otherwise 1.</param>
    /// <returns>Zero: go, and it is counted. Otherwise how long to wait before asking again.</returns>
    public TimeSpan TryTake(string contract, string request, int weight)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (past.TryPeek(out var oldest) && now - oldest.At >= Window) past.Dequeue();
            var wait = Delay(now, contract, request, weight);
            if (wait > TimeSpan.Zero) return wait;
            past.Enqueue(new Past(now, contract, request, weight));
            return TimeSpan.Zero;
        }
    }

    public async Task Wait(string contract, string request, int weight, CancellationToken ct)
    {
        while (TryTake(contract, request, weight) is { Ticks: > 0 } pause) await Task.Delay(pause, clock, ct);
    }

    private TimeSpan Delay(DateTimeOffset now, string contract, string request, int weight)
    {
        var wait = TimeSpan.Zero;
        var same = past.Where(p => p.Request == request).Select(p => p.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        if (same != DateTimeOffset.MinValue) wait = Later(wait, same + Identical - now);
        var near = past.Where(p => p.Contract == contract && now - p.At < Burst).ToArray();
        if (near.Length >= MostPerContract) wait = Later(wait, near[^MostPerContract].At + Burst - now);
        var used = past.Sum(p => p.Weight);
        foreach (var one in past)
        {
            if (used + weight <= MostInWindow) break;
            used -= one.Weight;
            wait = Later(wait, one.At + Window - now);
        }
        return wait;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Past(DateTimeOffset At, string Contract, string Request, int Weight);
}
