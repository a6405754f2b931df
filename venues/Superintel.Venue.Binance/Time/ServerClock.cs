namespace Superintel.Venue.Binance.Time;

/// <summary>
/// The exchange's time, from ours and an offset: the median of several questions, each less half of its way there and back.
/// </summary>
public sealed class ServerClock(TimeProvider clock)
{
    /// <summary>After this long the offset is asked for anew.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private TimeSpan offset = TimeSpan.Zero;
    private DateTimeOffset setAt = DateTimeOffset.MinValue;

    public TimeSpan Offset
    {
        get
        {
            lock (gate) return offset;
        }
    }

    /// <summary>True before the first setting and half an hour after each.</summary>
    public bool IsDue => IsOlderThan(Validity);

    /// <summary>True before the first setting and two hours after each: until then a machine's clock cannot have gone astray by a request's
    /// window, and -1021 would tell.</summary>
    public bool IsUnknown => IsOlderThan(4 * Validity);

    /// <summary>The timestamp of a signed request, milliseconds since 1970.</summary>
    public long NowMs
    {
        get
        {
            lock (gate) return (clock.GetUtcNow() + offset).ToUnixTimeMilliseconds();
        }
    }

    /// <summary>What one question says about the offset.</summary>
    public static TimeSpan OffsetOf(DateTimeOffset sent, DateTimeOffset received, DateTimeOffset server) =>
        server - (sent + ((received - sent) / 2));

    /// <exception cref="ArgumentException">No sample.</exception>
    public void Set(IReadOnlyCollection<TimeSpan> samples)
    {
        if (samples.Count == 0) throw new ArgumentException("A median needs a sample.", nameof(samples));
        var sorted = samples.Order().ToArray();
        lock (gate) (offset, setAt) = (sorted[sorted.Length / 2], clock.GetUtcNow());
    }

    private bool IsOlderThan(TimeSpan age)
    {
        lock (gate) return setAt == DateTimeOffset.MinValue || clock.GetUtcNow() - setAt > age;
    }
}
