using Superintel.Venue.Ibkr.Session.Pacing;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// What one client id has used up, over all its sessions: a new session neither starts the pacing anew nor gives an order id a second
/// time, which the order it was first given to may still carry.
/// </summary>
public sealed class TwsLimits(TwsOptions options, TimeProvider clock)
{
    public MessagePacer Messages { get; } = new(options.MessagesPerSecond, clock);

    public HistoricalPacer History { get; } = new(clock);

    public OrderIds OrderIds { get; } = new();
}
