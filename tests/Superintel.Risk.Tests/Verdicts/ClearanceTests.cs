using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Tests.Verdicts;

public sealed class ClearanceTests
{
    [Test]
    public void Clearance_is_a_function_of_the_decision_and_expires()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal());
        var cleared = desk.Cleared("d1");
        Assert.Multiple(() =>
        {
            Assert.That(cleared.ClearanceId, Is.EqualTo(ClearanceId.For(new DecisionId("d1")).Value));
            Assert.That(cleared.ExpiresAt - cleared.OccurredAt, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(cleared.LegFailurePolicy, Is.EqualTo("unwind"));
        });
    }

    [Test]
    public void Clearance_of_an_exit_is_never_bought_back()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Cleared("d1").LegFailurePolicy, Is.EqualTo("hold-and-alert"));
    }

    [Test]
    public void Clearance_tells_every_number_with_its_limit()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal());
        var measures = desk.Cleared("d1").Measures;
        Assert.Multiple(() =>
        {
            Assert.That(
                measures.Select(measure => measure.Stage).Distinct(),
                Is.EqualTo(new[]
                {
                    "proposal", "net-asset-value", "asset-cvar", "cvar", "sizing", "sector", "exposure", "price-collar", "order-rate",
                    "stress",
                }));
            Assert.That(measures.Single(measure => measure.Name == "cvar-95").Limit, Is.EqualTo(0.03));
        });
    }

    [Test]
    public void Cleared_exposure_counts_until_the_pair_order_is_over()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0", quantity: 600));
        desk.Approve(desk.Proposal("d1", "AAA.XNYS~EEE.XNYS", quantity: 600));
        desk.End(desk.Cleared("d0"), "failed");
        desk.Approve(desk.Proposal("d2", "AAA.XNYS~EEE.XNYS", quantity: 600));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "asset-limit" }));
            Assert.That(desk.Cleared("d2"), Is.Not.Null);
        });
    }

    [Test]
    public void Exposure_is_the_same_before_and_after_a_partial_fill()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0", quantity: 600));
        var cleared = desk.Cleared("d0");
        desk.Fill(cleared, cleared.Legs[0], 250m);
        var reserved = Desk.Done(desk.Risk.Reservations.Find("d0", CancellationToken.None))!;
        Assert.That(reserved.Legs.Select(leg => leg.Remaining), Is.EqualTo(new[] { 350m, 600m }));
    }

    [Test]
    public void Denied_clearance_gives_its_exposure_back()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0"));
        Deny(desk, "clearance-expired");
        Assert.That(Desk.Done(desk.Risk.Reservations.Open(CancellationToken.None)), Is.Empty);
    }

    [Test]
    public void Clearance_that_was_delivered_twice_keeps_its_exposure()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0"));
        Deny(desk, "clearance-reused");
        Assert.That(Desk.Done(desk.Risk.Reservations.Open(CancellationToken.None)), Has.Count.EqualTo(1));
    }

    [Test]
    public void Rejected_leg_gives_its_exposure_back_and_the_other_keeps_it()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0"));
        Desk.Tell(
            new OrderRejected(ClientOrderId.For(new DecisionId("d0"), 1).Value, "d0", Desk.Pair, "PAPER", "no", "", desk.Now),
            desk.Risk.OrderRejected);
        var reserved = Desk.Done(desk.Risk.Reservations.Find("d0", CancellationToken.None))!;
        Assert.That(reserved.Legs.Select(leg => leg.Remaining), Is.EqualTo(new[] { 100m, 0m }));
    }

    private static void Deny(Desk desk, string code)
    {
        var cleared = desk.Cleared("d0");
        Desk.Tell(new OrderDenied(cleared.ClearanceId, "d0", cleared.PairId, code, "", desk.Now), desk.Risk.OrderDenied);
    }
}
