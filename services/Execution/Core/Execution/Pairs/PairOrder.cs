using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>
/// The orders of one clearance as a whole: one per leg, and what happens when a leg fails. <see cref="From"/> is the only way to an order;
/// what trades back a failed pair order comes from the same clearance through <see cref="Unwind"/>.
/// </summary>
/// <param name="PatienceUntil">When the rest counts as failed.</param>
/// <param name="Outcome">Null while it is open.</param>
public sealed record PairOrder(
    ClearanceId ClearanceId,
    DecisionId DecisionId,
    PairId PairId,
    PairIntent Intent,
    LegFailurePolicy Policy,
    DateTimeOffset CreatedAt,
    DateTimeOffset PatienceUntil,
    PairStatus Status,
    PairOutcome? Outcome,
    string Detail,
    DateTimeOffset? ClosedAt)
{
    /// <summary>Until when the clearance lets a first order leave that takes on risk; null: not known.</summary>
    public DateTimeOffset? ClearedUntil { get; init; }

    /// <param name="routes">Where each leg goes, in the order of the clearance's legs.</param>
    /// <exception cref="FormatException">The clearance says something this version cannot read.</exception>
    /// <exception cref="ArgumentException">The clearance breaks its promise: legs missing, doubled or without a quantity.</exception>
    public static (PairOrder Pair, ImmutableArray<Order> Orders) From(
        OrderCleared cleared, IReadOnlyList<LegRoute> routes, PlacementTerms terms, DateTimeOffset now)
    {
        var pair = new PairOrder(
            new ClearanceId(cleared.ClearanceId),
            new DecisionId(cleared.DecisionId),
            PairId.Parse(cleared.PairId),
            ClearanceWords.Intent(cleared.Intent),
            ClearanceWords.Policy(cleared.LegFailurePolicy),
            now,
            now + terms.LegPatience,
            PairStatus.Working,
            null,
            "",
            null)
        {
            ClearedUntil = cleared.ExpiresAt,
        };
        ClearanceWords.CheckLegs(cleared);
        return (pair, [.. cleared.Legs.Zip(routes, (leg, route) => pair.OrderOf(leg, route, terms, now))]);
    }

    /// <summary>The orders that trade back what the legs filled, one per leg.</summary>
    public static ImmutableArray<Order> Unwind(IEnumerable<Order> orders, DateTimeOffset now) =>
    [
        .. orders.GroupBy(order => order.Intent.Leg)
            .Select(leg => (leg.First().Intent, Filled: leg.Sum(order => order.DeliveredQuantity)))
            .Where(leg => leg.Filled > 0m)
            .Select(leg => Order.New(leg.Intent with
            {
                ClientOrderId = ClientOrderId.For(leg.Intent.DecisionId, leg.Intent.Leg, attempt: 1),
                Attempt = 1,
                Purpose = OrderPurpose.Unwind,
                Side = leg.Intent.Side.Opposite(),
                Quantity = new Quantity(leg.Filled),
                Type = OrderType.Market,
                LimitPrice = null,
                TimeInForce = TimeInForce.GoodTillCancel, // an unwinding that lapses would leave the very risk it is there to remove
                CreatedAt = now,
            })),
    ];

    /// <summary>A part of a leg.</summary>
    /// <param name="leg">The leg as one order, or any part of it.</param>
    /// <param name="attempt">0 for the first part; 1 is the unwinding.</param>
    internal static Order Part(Order leg, int attempt, LegMove.Send part, DateTimeOffset now) => Order.New(leg.Intent with
    {
        ClientOrderId = ClientOrderId.For(leg.Intent.DecisionId, leg.Intent.Leg, attempt),
        Attempt = attempt,
        Quantity = part.Quantity,
        Type = part.Type,
        LimitPrice = part.LimitPrice,
        CreatedAt = now,
    });

    private Order OrderOf(OrderLeg leg, LegRoute route, PlacementTerms terms, DateTimeOffset now) => Order.New(new OrderIntent(
        ClientOrderId.For(DecisionId, leg.Leg),
        DecisionId,
        ClearanceId,
        PairId,
        leg.Leg,
        0,
        Intent == PairIntent.Open ? OrderPurpose.Entry : OrderPurpose.Exit,
        route.Route.Venue,
        route.Route.Account,
        route.Instrument.Id,
        route.Instrument.AssetClass ?? throw new ArgumentException($"{route.Instrument.Id} has no asset class.", nameof(route)),
        route.Instrument.LotSize,
        ClearanceWords.Side(leg.Side),
        new Quantity(leg.Quantity),
        leg.ReferencePrice,
        new Currency(leg.Currency),
        OrderType.Market,
        null,
        terms.TimeInForce,
        now));
}
