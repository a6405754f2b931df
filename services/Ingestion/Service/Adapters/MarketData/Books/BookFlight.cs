namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>Books that were told and are not known to be kept: as many as a listener may owe an answer for.</summary>
internal sealed class BookFlight(int most, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<(BookNews Book, long At)> untold = new();
    private ulong kept;

    public int Room
    {
        get
        {
            lock (gate) return most - untold.Count;
        }
    }

    /// <summary>Those that may not have been kept, oldest first.</summary>
    public IReadOnlyList<BookNews> Untold
    {
        get
        {
            lock (gate) return [.. untold.Select(one => one.Book)];
        }
    }

    /// <summary>How long the oldest has waited.</summary>
    public TimeSpan Waited
    {
        get
        {
            lock (gate) return untold.TryPeek(out var oldest) ? clock.GetElapsedTime(oldest.At) : TimeSpan.Zero;
        }
    }

    public void Add(BookNews book)
    {
        lock (gate) untold.Enqueue((book, clock.GetTimestamp()));
    }

    /// <param name="messages">The listener's count, from the first of the stream.</param>
    public void Kept(ulong messages)
    {
        lock (gate)
        {
            for (; kept < messages && untold.Count > 0; kept++) untold.Dequeue();
        }
    }
}
