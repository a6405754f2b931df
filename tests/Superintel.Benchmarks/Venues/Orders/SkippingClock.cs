using System.Diagnostics;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>The machine's clock with the waits between orders left out: a venue's pace is not the adapter's time.</summary>
internal sealed class SkippingClock : TimeProvider
{
    private long skipped; // ticks

    public void Skip(TimeSpan span) => Interlocked.Add(ref skipped, span.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref skipped));

    public override long GetTimestamp() =>
        Stopwatch.GetTimestamp() + (Interlocked.Read(ref skipped) * (Stopwatch.Frequency / TimeSpan.TicksPerSecond));
}
