using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>All a venue needs to know of an order.</summary>
/// <param name="Venue">The broker's name in the configuration, for example paper.</param>
/// <param name="Account">The account at that venue.</param>
/// <param name="LotSize">Smallest step of a quantity, units.</param>
/// <param name="LimitPrice">Quote currency; null for a market order.</param>
/// <param name="CreatedAt">When the intent was stored, on the fleet's clock.</param>
public sealed record OrderTicket(
    string Venue,
    string Account,
    ClientOrderId ClientOrderId,
    InstrumentId Instrument,
    AssetClass AssetClass,
    decimal LotSize,
    Side Side,
    Quantity Quantity,
    OrderType Type,
    decimal? LimitPrice,
    TimeInForce TimeInForce,
    Currency Currency,
    DateTimeOffset CreatedAt);
