using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Trading.Composite;

/// <summary>
/// All configured venues' previews as one: a question goes to the venue that its ticket names, as its order would. One at a time and venue,
/// with a pause between: a venue counts messages, and orders go before questions.
/// </summary>
public sealed class CompositePreview : IOrderPreview
{
    /// <summary>Between the end of one question and the beginning of the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly SortedDictionary<string, IOrderPreview> venues;
    private readonly SortedDictionary<string, Turn> turns = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;

    /// <param name="venues">Preview by venue name; a venue that is not among them has none.</param>
    /// <param name="clock">The machine's: it times the pause.</param>
    public CompositePreview(IEnumerable<KeyValuePair<string, IOrderPreview>> venues, TimeProvider clock)
    {
        this.venues = new SortedDictionary<string, IOrderPreview>(venues.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
        this.clock = clock;
        foreach (var name in this.venues.Keys) turns[name] = new Turn();
    }

    public async Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct)
    {
        if (!venues.TryGetValue(ticket.Venue, out var venue))
            return new PreviewOutcome.NotOffered($"{ticket.Venue} cannot be asked what an order would cost.");
        var turn = turns[ticket.Venue];
        if (!turn.TryTake(clock))
            return new PreviewOutcome.Unavailable("preview-busy", $"{ticket.Venue} is being asked, or was just now: ask again.");
        try
        {
            return await venue.Preview(ticket, ct);
        }
        finally
        {
            turn.GiveBack(clock);
        }
    }

    private sealed class Turn
    {
        private readonly Lock gate = new();
        private bool isTaken;
        private long? lastAt;

        public bool TryTake(TimeProvider clock)
        {
            lock (gate)
            {
                if (isTaken || (lastAt is { } last && clock.GetElapsedTime(last) < Pause)) return false;
                return isTaken = true;
            }
        }

        public void GiveBack(TimeProvider clock)
        {
            lock (gate) (isTaken, lastAt) = (false, clock.GetTimestamp());
        }
    }
}
