using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>All a venue needs to know of an order.</summary>
/// <param name="Venue">The broker's name in the configuration, for example paper.</param>
/// <param name="Account">The account at that venue.</param>
/// <param name="LotSize">Smallest step of a quantity, units.</param>
/// <param name="LimitPrice">Quote currency; null where the type has none.</param>
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
    DateTimeOffset CreatedAt)
{
    /// <summary>Quote currency, for stop and stop-limit orders.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>Distance from the best price seen, quote currency, for trailing stops.</summary>
    public decimal? TrailingAmount { get; init; }

    /// <summary>End of a good-till-date order, UTC.</summary>
    public DateTimeOffset? GoodTillDate { get; init; }

    /// <summary>Our store says that nothing of it ever left: a venue that does not have it may be sent it, however old it is. Otherwise
    /// it may have been sent before.</summary>
    public bool IsFirstSending { get; init; }
}
