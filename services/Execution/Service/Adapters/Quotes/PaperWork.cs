using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Quotes;

/// <summary>
/// Instruments that may have working paper orders, so that a quote of another one costs nothing. It may name too many; it is read anew when
/// a transaction failed, and every few seconds, for another instance may have taken an order.
/// </summary>
internal sealed class PaperWork(TimeProvider clock) : ICachedState
{
    private static readonly TimeSpan ReadAnew = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly SortedSet<InstrumentId> instruments = [];
    private long? readAt;

    public bool MayHave(InstrumentId instrument)
    {
        lock (gate) return readAt is not { } at || clock.GetElapsedTime(at) >= ReadAnew || instruments.Contains(instrument);
    }

    public void Add(InstrumentId instrument)
    {
        lock (gate) instruments.Add(instrument);
    }

    /// <param name="working">All working orders.</param>
    public void Learn(IEnumerable<PaperOrder> working)
    {
        lock (gate)
        {
            instruments.Clear();
            instruments.UnionWith(working.Select(order => order.Ticket.Instrument));
            readAt = clock.GetTimestamp();
        }
    }

    public void Invalidate()
    {
        lock (gate) readAt = null;
    }
}
