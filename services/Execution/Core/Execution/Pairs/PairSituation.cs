using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>Where a pair order and its orders stand at one moment, and what the desk may do.</summary>
/// <param name="Unwinds">The orders that trade back.</param>
public sealed record PairSituation(
    PairOrder Pair,
    ImmutableArray<PairLeg> Legs,
    ImmutableArray<Order> Unwinds,
    TradingState Trading,
    DateTimeOffset Now)
{
    /// <summary>All orders of the legs.</summary>
    public ImmutableArray<Order> Orders => [.. Legs.SelectMany(leg => leg.Orders)];

    /// <summary>The kill switch ends the pair order.</summary>
    public bool IsStopped =>
        Trading == TradingState.Halted || (Trading == TradingState.ReduceOnly && Pair.Intent == PairIntent.Open);

    public bool IsLate => Now >= Pair.PatienceUntil;

    /// <summary>Unwinding an entry gives risk up; unwinding an exit takes it on again.</summary>
    public bool MayUnwind => Trading switch
    {
        TradingState.Active => true,
        TradingState.ReduceOnly => Pair.Intent == PairIntent.Open,
        _ => false,
    };

    /// <summary>Why the pair order cannot go on; null: it can.</summary>
    public string? Cause =>
        Legs.Select(leg => leg.Failed).OfType<Order>().Select(Told).FirstOrDefault()
            ?? (IsStopped ? "The kill switch ends it." : null)
            ?? (IsLate ? $"Not complete by {Pair.PatienceUntil.UtcDateTime:O}." : null)
            ?? Orders.Where(IsLost).Select(order => $"Leg {order.Intent.Leg} ({order.Intent.Instrument}): nobody knows what became of "
                + $"{order.Intent.ClientOrderId}.").FirstOrDefault()
            ?? (Pair.Status == PairStatus.Failing ? Pair.Detail : null);

    /// <param name="orders">All orders of the clearance.</param>
    /// <param name="plans">Of its legs that are worked in parts.</param>
    public static PairSituation Of(
        PairOrder pair,
        IReadOnlyList<Order> orders,
        IReadOnlyList<LegPlan> plans,
        TradingState trading,
        DateTimeOffset now) => new(
            pair,
            PairLeg.Of(orders, plans),
            [.. orders.Where(order => order.Intent.Purpose == OrderPurpose.Unwind)],
            trading,
            now);

    /// <summary>Nobody knows what became of it, or its venue has forgotten it, and its venue said so for too long to wait for it: an
    /// outage alone makes nothing lost.</summary>
    public static bool IsLost(Order order) =>
        order.Progress.UnansweredTold && (order.State == OrderState.Unknown || order.State.IsWorking());

    /// <summary>An order's end, for a person.</summary>
    public static string Told(Order failed) =>
        $"Leg {failed.Intent.Leg} ({failed.Intent.Instrument}): {failed.State}. {failed.Progress.Text}".TrimEnd();
}
