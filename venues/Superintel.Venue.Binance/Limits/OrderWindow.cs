namespace Superintel.Venue.Binance.Limits;

/// <summary>New orders in one of the exchange's windows, which begin with the clock: every ten seconds, every day (UTC).</summary>
internal sealed class OrderWindow(TimeSpan length)
{
    // What trades leaves the exchange's count again, and only the answer to an order tells that.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private long number = -1;
    private DateTimeOffset? probe;

    public TimeSpan Length => length;

    public int Limit { get; set; } = int.MaxValue;

    /// <summary>As last heard plus what was sent since.</summary>
    public int Used { get; private set; }

    /// <returns>Null: there is room.</returns>
    public DateTimeOffset? FullUntil(DateTimeOffset now)
    {
        Turn(now);
        if (Used < Limit) return null;
        probe ??= now + LongestPause;
        if (probe <= now) return null;
        var end = new DateTimeOffset((number + 1) * length.Ticks, TimeSpan.Zero);
        return end < probe ? end : probe;
    }

    public void Count(DateTimeOffset now)
    {
        Turn(now);
        (Used, probe) = (Used + 1, null);
    }

    public void Heard(int count, DateTimeOffset now)
    {
        Turn(now);
        (Used, probe) = (count, null);
    }

    private void Turn(DateTimeOffset now)
    {
        if (now.UtcTicks / length.Ticks == number) return;
        (number, Used, probe) = (now.UtcTicks / length.Ticks, 0, null);
    }
}
