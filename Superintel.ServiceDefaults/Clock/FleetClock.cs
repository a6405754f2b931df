using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.ServiceDefaults.Clock;

/// <summary>
/// The fleet's time. In a replay it is the end of the last replayed slice and never goes back; otherwise it is the machine's.
/// Timers and timestamps always run on the machine's time.
/// </summary>
public sealed class FleetClock(ClockMode mode, DateTimeOffset start) : TimeProvider
{
    private long replayedTicks = start.UtcTicks;

    public ClockMode Mode => mode;

    public override DateTimeOffset GetUtcNow() =>
        mode == ClockMode.Replay ? new DateTimeOffset(Interlocked.Read(ref replayedTicks), TimeSpan.Zero) : System.GetUtcNow();

    /// <summary>Follows a replayed slice.</summary>
    /// <returns>True when the time moved and has to be stored.</returns>
    public bool Observe(IEvent happened) => happened is BarClosed { Replayed: true } && Advance(happened.OccurredAt);

    /// <summary>Moves to the given time unless that lies in the past.</summary>
    /// <returns>True when the time moved.</returns>
    public bool Advance(DateTimeOffset to)
    {
        if (mode != ClockMode.Replay) return false;
        var before = Interlocked.Read(ref replayedTicks);
        while (to.UtcTicks > before)
        {
            var seen = Interlocked.CompareExchange(ref replayedTicks, to.UtcTicks, before);
            if (seen == before) return true;
            before = seen;
        }

        return false;
    }
}
