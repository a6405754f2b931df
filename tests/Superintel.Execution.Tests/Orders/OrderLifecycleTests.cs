using System.Reflection;
using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Tests.Orders;

public sealed class OrderLifecycleTests
{
    private static readonly string[] Codes = [.. typeof(OrderRefusal).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<(OrderState, OrderTrigger)> Cells =>
        from state in OrderLifecycle.States from trigger in OrderLifecycle.Triggers select (state, trigger);

    private static IEnumerable<(OrderState, OrderTrigger)> OverCells => Cells.Where(cell => cell.Item1.IsOver());

    [TestCaseSource(nameof(Cells))]
    public void Cell_is_either_a_state_or_a_known_refusal((OrderState State, OrderTrigger Trigger) cell)
    {
        var transition = OrderLifecycle.Of(cell.State, cell.Trigger);

        Assert.That(transition.Next is null, Is.Not.EqualTo(transition.Refusal is null));
        if (transition.Refusal is { } code) Assert.That(Codes, Does.Contain(code));
    }

    [TestCaseSource(nameof(OverCells))]
    public void Order_that_is_over_moves_only_by_a_fill_and_stays_over((OrderState State, OrderTrigger Trigger) cell)
    {
        var next = OrderLifecycle.Of(cell.State, cell.Trigger).Next;

        if (cell.Trigger is OrderTrigger.FillPart or OrderTrigger.FillRest) Assert.That(next?.IsOver(), Is.True);
        else Assert.That(next, Is.Null);
    }

    [Test]
    public void Fill_is_believed_in_every_state([ValueSource(nameof(States))] OrderState state)
    {
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.FillPart).Next, Is.Not.Null);
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.FillRest).Next, Is.EqualTo(OrderState.Filled));
    }

    [Test]
    public void Order_leaves_only_from_initialized([ValueSource(nameof(States))] OrderState state) =>
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.Send).Next,
            Is.EqualTo(state == OrderState.Initialized ? OrderState.Submitted : null));

    [Test]
    public void Unknown_is_reached_only_while_the_outcome_is_open([ValueSource(nameof(States))] OrderState state) =>
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.LoseTrack).Next,
            Is.EqualTo(state == OrderState.Submitted ? OrderState.Unknown : null));

    [Test]
    public void Order_in_flight_is_not_canceled_blindly([Values(OrderState.Submitted, OrderState.Unknown)] OrderState state) =>
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.RequestCancel).Refusal, Is.EqualTo(OrderRefusal.InFlight));

    [Test]
    public void Absence_is_no_proof_against_an_order_the_venue_has_shown(
        [Values(OrderState.Accepted, OrderState.PartiallyFilled, OrderState.PendingCancel, OrderState.Filled)] OrderState state) =>
        Assert.That(OrderLifecycle.Of(state, OrderTrigger.ProveNotPlaced).Refusal, Is.EqualTo(OrderRefusal.Contradiction));

    [Test]
    public void Every_state_can_be_reached()
    {
        var reached = new HashSet<OrderState> { OrderState.Initialized };
        while (Cells.Where(cell => reached.Contains(cell.Item1)).Select(cell => OrderLifecycle.Of(cell.Item1, cell.Item2).Next)
            .OfType<OrderState>().Any(reached.Add))
        {
        }

        Assert.That(reached, Is.EquivalentTo(OrderLifecycle.States));
    }

    private static IReadOnlyList<OrderState> States() => OrderLifecycle.States;
}
