using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Orders;

/// <summary>What an order is to do: fixed when it is made, stored before anything leaves.</summary>
/// <param name="Leg">0 is the pair's A, 1 its B.</param>
/// <param name="Attempt">0 for the leg's own order, 1 for its unwinding.</param>
/// <param name="LotSize">Smallest step of a quantity, units.</param>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="ReferencePrice">Price the sizing used, quote currency: slippage is measured from it.</param>
/// <param name="Currency">Quote currency.</param>
/// <param name="LimitPrice">Null for a market order.</param>
/// <param name="CreatedAt">On the fleet's clock.</param>
public sealed record OrderIntent(
    ClientOrderId ClientOrderId,
    DecisionId DecisionId,
    ClearanceId ClearanceId,
    PairId PairId,
    int Leg,
    int Attempt,
    OrderPurpose Purpose,
    string Venue,
    string Account,
    InstrumentId Instrument,
    AssetClass AssetClass,
    decimal LotSize,
    Side Side,
    Quantity Quantity,
    decimal ReferencePrice,
    Currency Currency,
    OrderType Type,
    decimal? LimitPrice,
    TimeInForce TimeInForce,
    DateTimeOffset CreatedAt)
{
    public OrderTicket Ticket() => new(
        Venue, Account, ClientOrderId, Instrument, AssetClass, LotSize, Side, Quantity, Type, LimitPrice, TimeInForce, Currency, CreatedAt);
}
