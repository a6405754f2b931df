namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>
/// The time at the venue: this machine's, and what the venue's own is ahead of it. What is final is the venue's to say, and a machine's
/// clock may be wrong. Not the fleet's time, which a live feed moves.
/// </summary>
internal sealed class LiveClock(TimeProvider wall)
{
    /// <summary>How long after its end a bar may still take in what was traded at its end.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private long ahead;

    /// <summary>This machine's.</summary>
    public TimeProvider Wall => wall;

    /// <summary>Never later than the venue's clock once it was heard: the way of its answer is in it.</summary>
    public DateTimeOffset Now => wall.GetUtcNow() + Ahead;

    /// <summary>What the venue's clock is ahead of this machine's, below zero behind it; zero until it was heard.</summary>
    public TimeSpan Ahead => new(Volatile.Read(ref ahead));

    /// <param name="venue">What the venue's clock showed, in an answer that has just come.</param>
    public void Hear(DateTimeOffset venue) => Volatile.Write(ref ahead, (venue - wall.GetUtcNow()).Ticks);
}
