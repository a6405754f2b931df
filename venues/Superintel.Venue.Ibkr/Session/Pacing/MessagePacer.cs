namespace Superintel.Venue.Ibkr.Session.Pacing;

/// <summary>
/// A token bucket in front of the socket. Cancels may use the last tokens that other messages must leave: when it matters they are not
/// behind a queue of questions.
/// </summary>
/// <param name="perSecond">Tokens per second and the bucket's size.</param>
public sealed class MessagePacer(int perSecond, TimeProvider clock)
{
    /// <summary>Tokens that only urgent messages may take.</summary>
    public const int KeptForUrgent = 5;

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private double tokens = perSecond;
    private TimeSpan filledAt;

    /// <returns>Zero: go, a token was taken. Otherwise try again after this span; nothing was taken.</returns>
    public TimeSpan TryTake(bool urgent)
    {
        lock (gate)
        {
            var now = clock.GetElapsedTime(started);
            tokens = Math.Min(perSecond, tokens + ((now - filledAt).TotalSeconds * perSecond));
            filledAt = now;
            var needed = urgent ? 1 : 1 + KeptForUrgent;
            if (tokens >= needed)
            {
                tokens--;
                return TimeSpan.Zero;
            }
            return TimeSpan.FromSeconds((needed - tokens) / perSecond) + TimeSpan.FromMilliseconds(1);
        }
    }

    public async Task Wait(bool urgent, CancellationToken ct)
    {
        while (TryTake(urgent) is { Ticks: > 0 } pause) await Task.Delay(pause, clock, ct);
    }
}
