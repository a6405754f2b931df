using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>One leg with all its orders, unwinding excepted.</summary>
/// <param name="Plan">Null: the leg is one order.</param>
/// <param name="Orders">By attempt.</param>
public sealed record PairLeg(int Leg, LegPlan? Plan, ImmutableArray<Order> Orders)
{
    public decimal CumulativeQuantity => Orders.Sum(order => order.Progress.CumulativeQuantity);

    /// <summary>Units of what was filled that can be traded again.</summary>
    public decimal DeliveredQuantity => Orders.Sum(order => order.DeliveredQuantity);

    /// <summary>All its orders are over, and all their fills are known.</summary>
    public bool IsSettled => Orders.All(order => order.IsSettled);

    /// <summary>Nothing of it is open at a venue.</summary>
    public bool IsAtRest => Orders.All(order => order.State.IsOver());

    public bool IsFilled => Plan is null
        ? Orders.All(order => order.State == OrderState.Filled)
        : IsAtRest && CumulativeQuantity >= Plan.Quantity.Value;

    /// <summary>Nothing more will come of it.</summary>
    public bool IsOver => IsAtRest && (Plan is null || IsFilled || Failed is not null);

    /// <summary>The order whose end is the leg's failure; null: none has failed.</summary>
    public Order? Failed => Orders.FirstOrDefault(order =>
        order.State.IsOver() && order.State != OrderState.Filled && Plan?.Replaced(order) != true);

    /// <summary>The legs of a pair order, by leg.</summary>
    public static ImmutableArray<PairLeg> Of(IEnumerable<Order> orders, IReadOnlyList<LegPlan> plans) =>
    [
        .. orders.Where(order => order.Intent.Purpose != OrderPurpose.Unwind)
            .GroupBy(order => order.Intent.Leg)
            .OrderBy(leg => leg.Key)
            .Select(leg => new PairLeg(
                leg.Key,
                plans.FirstOrDefault(plan => plan.Leg == leg.Key),
                [.. leg.OrderBy(order => order.Intent.Attempt)])),
    ];
}
