namespace Superintel.Venue.Ibkr.Session.Pacing;

/// <summary>
/// Stands in front of the socket: no more messages within any second than are allowed, with a quarter of a second more between them, for
/// they do not arrive at the distances at which they leave. Cancels may use the last places that other messages must leave: when it
/// matters they are not behind a queue of questions.
/// </summary>
/// <param name="most">Messages within the window.</param>
public sealed class MessagePacer(int most, TimeProvider clock)
{
    /// <summary>Places that only urgent messages may take.</summary>
    public const int KeptForUrgent = 5;

    /// <summary>A second, and how much later one message may be underway than the next.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1.25);

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private readonly Queue<TimeSpan> sent = new(most);

    /// <returns>Zero: go, and it is counted. Otherwise try again after this span; nothing was counted.</returns>
    public TimeSpan TryTake(bool urgent)
    {
        lock (gate)
        {
            var now = clock.GetElapsedTime(started);
            while (sent.TryPeek(out var first) && now - first >= Window) sent.Dequeue();
            var allowed = urgent ? most : most - KeptForUrgent;
            if (sent.Count < allowed)
            {
                sent.Enqueue(now);
                return TimeSpan.Zero;
            }
            return sent.ElementAt(sent.Count - allowed) + Window - now + TimeSpan.FromMilliseconds(1);
        }
    }

    public async Task Wait(bool urgent, CancellationToken ct)
    {
        while (TryTake(urgent) is { Ticks: > 0 } pause) await Task.Delay(pause, clock, ct);
    }
}
