namespace Superintel.VenueSimulator.Binance;

/// <summary>The venue's clock, which a fault can put ahead.</summary>
internal sealed class VenueClock(TimeProvider clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private long steps;

    public long NowMs => (clock.GetUtcNow() + (Step * Interlocked.Read(ref steps))).ToUnixTimeMilliseconds();

    /// <summary>Ten seconds more.</summary>
    public void Skew() => Interlocked.Increment(ref steps);
}
