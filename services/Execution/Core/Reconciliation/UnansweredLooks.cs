using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Since when a venue, asked again and again in this run, has said nothing of an order. While the venue is away or the desk is down nobody
/// is asked, and no patience runs: the first answer behind such a gap begins anew.
/// </summary>
public sealed class UnansweredLooks
{
    private readonly Lock gate = new();
    private readonly Dictionary<ClientOrderId, (DateTimeOffset First, DateTimeOffset Newest)> looks = [];

    /// <param name="isFirst">The venue said how it stands before this look.</param>
    /// <param name="gap">Two looks that are further apart have nothing to do with each other.</param>
    /// <returns>When the row of looks began that this one belongs to.</returns>
    public DateTimeOffset Note(ClientOrderId order, bool isFirst, DateTimeOffset now, TimeSpan gap)
    {
        lock (gate)
        {
            foreach (var (id, old) in looks.ToArray())
                if ((now - old.Newest).Duration() > gap) looks.Remove(id);
            var first = !isFirst && looks.TryGetValue(order, out var known) ? known.First : now;
            looks[order] = (first, now);
            return first;
        }
    }
}
