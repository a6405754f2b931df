using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

/// <summary>An order as a client asks for it.</summary>
/// <param name="ClientId">The client's own name, unique among its working orders.</param>
/// <param name="ImmediateOrCancel">What does not trade at once is canceled.</param>
public sealed record SimTicket(
    string ClientId,
    string Symbol,
    Side Side,
    SimOrderType Type,
    decimal Quantity,
    decimal? LimitPrice = null,
    decimal? StopPrice = null,
    decimal? TrailingAmount = null,
    bool ImmediateOrCancel = false,
    DateTimeOffset? GoodTill = null);
