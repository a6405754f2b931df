namespace Superintel.VenueSimulator.Binance;

/// <summary>A count that begins anew with each span of the clock.</summary>
internal sealed class RateWindow(TimeSpan span)
{
    private readonly long length = (long)span.TotalMilliseconds;
    private long window;
    private int used;

    public int At(long nowMs)
    {
        if (nowMs / length != window) (window, used) = (nowMs / length, 0);
        return used;
    }

    public void Add(long nowMs, int count) => used = Math.Max(0, At(nowMs) + count);

    public long EndsAt(long nowMs) => ((nowMs / length) + 1) * length;
}
