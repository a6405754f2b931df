using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>
/// Counts one connection's messages, as TWS does: one too many within a second is not answered but with error 100, and the third time the
/// connection ends. BROKERS.md sections 2.1 and 2.4; ib_insync #35 tells of both.
/// </summary>
internal sealed class MessageRate(TimeProvider clock)
{
    public const int MostPerSecond = 50;
    public const int MostOffences = 3;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Queue<long> seen = new();
    private int offences;

    /// <returns>Null: in order. Otherwise what TWS says, and whether it hangs up.</returns>
    public (ErrorMessage Said, bool Ends)? Take()
    {
        var now = clock.GetTimestamp();
        while (seen.TryPeek(out var first) && clock.GetElapsedTime(first, now) >= Second) seen.Dequeue();
        seen.Enqueue(now);
        if (seen.Count <= MostPerSecond) return null;
        var text = $"Max rate of messages per second has been exceeded:max={MostPerSecond} rec={seen.Count} ({++offences})";
        seen.Clear();
        return (new ErrorMessage(-1, 100, text, ""), offences >= MostOffences);
    }
}
