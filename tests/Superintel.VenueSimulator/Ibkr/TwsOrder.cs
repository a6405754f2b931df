using Superintel.Venue.Ibkr.Messages;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>An order of the simulated TWS.</summary>
/// <param name="SimId">In the matching engine; null while it waits for its parent or for being transmitted.</param>
/// <param name="Silent">Nothing is told of it unasked: its acknowledgement was lost, or comes late.</param>
/// <param name="IsRefused">It never went to the market.</param>
internal sealed record TwsOrder(
    int ClientId, int OrderId, long PermId, Contract Contract, OrderTerms Terms, bool Transmitted, long? SimId = null, bool Silent = false,
    bool IsOver = false, bool IsRefused = false);
