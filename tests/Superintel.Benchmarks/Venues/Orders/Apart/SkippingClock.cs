using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>
/// The machine's clock with the waits between orders left out: a venue's pace is not the adapter's time. What was left out stands in a file
/// that two processes share, so that the venue's clock is the desk's.
/// </summary>
internal sealed class SkippingClock : TimeProvider, IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor skipped; // ticks

    /// <param name="path">Of eight bytes, made when it is missing.</param>
    public SkippingClock(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, sizeof(long));
        skipped = file.CreateViewAccessor(0, sizeof(long));
    }

    private long Skipped => skipped.ReadInt64(0);

    public void Skip(TimeSpan span) => skipped.Write(0, Skipped + span.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Skipped);

    public override long GetTimestamp() => Stopwatch.GetTimestamp() + (Skipped * (Stopwatch.Frequency / TimeSpan.TicksPerSecond));

    public void Dispose()
    {
        skipped.Dispose();
        file.Dispose();
    }
}
