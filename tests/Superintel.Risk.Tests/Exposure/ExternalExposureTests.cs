using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Tests.Exposure;

/// <summary>What others do in the desk's accounts is exposure like the desk's own, and never a hedge.</summary>
public sealed class ExternalExposureTests
{
    private Desk desk = null!;

    [SetUp]
    public void Open() => desk = new Desk();

    [TestCase("buy")]
    [TestCase("sell")]
    public void Order_by_hand_fills_the_share_of_its_instrument_on_its_side(string side)
    {
        External(1, 1000m, side: side);
        desk.Approve(desk.Proposal("same", quantity: 200, buysA: side == "buy"));
        desk.Approve(desk.Proposal("against", Desk.OtherPair, quantity: 200));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("same"), Is.EqualTo(new[] { "asset-limit" }));
            Assert.That(desk.Codes("against"), Is.Empty, "other instruments have their own share");
        });
    }

    [TestCase("gross")]
    [TestCase("net")]
    public void Order_by_hand_counts_in_full_whichever_side_it_is_on(string measure)
    {
        desk.Approve(desk.Proposal("d0", quantity: 100));
        var before = Measure("d0", "exposure", measure);
        desk.End(desk.Cleared("d0"), "failed");
        foreach (var (version, side) in new[] { (1, "buy"), (2, "sell") })
        {
            External(version, 400m, "EEE.XNYS", side);
            desk.Approve(desk.Proposal($"d{version}", quantity: 100));
            Assert.That(Measure($"d{version}", "exposure", measure), Is.GreaterThan(before), side);
            desk.End(desk.Cleared($"d{version}"), "failed");
        }
    }

    [Test]
    public void Order_by_hand_is_in_the_tail_of_the_book_and_of_its_instrument()
    {
        desk.Approve(desk.Proposal("d0"));
        var (book, asset) = (Measure("d0", "cvar", "cvar-95"), Measure("d0", "asset-cvar", "AAA.XNYS"));
        desk.End(desk.Cleared("d0"), "failed");
        External(1, 400m);
        desk.Approve(desk.Proposal("d1"));
        Assert.Multiple(() =>
        {
            Assert.That(Measure("d1", "cvar", "cvar-95"), Is.GreaterThan(book));
            Assert.That(Measure("d1", "asset-cvar", "AAA.XNYS"), Is.EqualTo(5 * asset).Within(1e-12), "400 beside the trade's 100");
        });
    }

    [Test]
    public void Order_by_hand_that_ended_is_no_exposure()
    {
        External(1, 1000m);
        External(2, 0m);
        desk.Approve(desk.Proposal("d1", quantity: 200));
        Assert.That(desk.Codes("d1"), Is.Empty);
    }

    [Test]
    public void Position_that_nobody_explains_counts_until_it_is_explained()
    {
        Unexplained(1000m, 1);
        desk.Approve(desk.Proposal("d1", quantity: 200));
        Unexplained(0m, 2);
        desk.Approve(desk.Proposal("d2", quantity: 200));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "correlation-limit", "asset-limit" }), "it is a position like any other");
            Assert.That(desk.Codes("d2"), Is.Empty);
        });
    }

    [Test]
    public void Size_leaves_room_for_what_others_hold_and_order()
    {
        var free = desk.Size(desk.Ask()).Notional.Amount;
        External(1, 700m);
        var beside = desk.Size(desk.Ask()).Notional.Amount;
        Unexplained(50m, 1);
        var least = desk.Size(desk.Ask()).Notional.Amount;
        Assert.That(free > beside && beside > least && least > 0m, Is.True, $"{free} {beside} {least}");
    }

    [Test]
    public void Coin_that_was_never_listed_is_told_and_stops_nothing()
    {
        External(1, 1000m, "ZZZ.XNYS");
        desk.Approve(desk.Proposal("d1"));
        var report = Desk.Done(desk.Risk.DescribeRisk.Handle(CancellationToken.None));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Is.Empty);
            Assert.That(report!.External.Single().Value, Is.Null);
        });
    }

    [Test]
    public void Report_shows_what_is_not_the_desks_and_counts_it()
    {
        External(1, 100m, side: "sell");
        Unexplained(10m, 1);
        var report = Desk.Done(desk.Risk.DescribeRisk.Handle(CancellationToken.None))!;
        Assert.Multiple(() =>
        {
            Assert.That(report.External.Select(one => (one.OrderId, one.Quantity)), Is.EqualTo(
                new (string?, decimal)[] { (null, 10m), ("external-AAA.XNYS", -100m) }));
            Assert.That(report.Gross, Is.EqualTo(report.External.Sum(one => Math.Abs(one.Value!.Value))));
        });
    }

    [Test]
    public void Order_whose_outcome_is_unknown_counts_in_full_until_the_venue_has_said()
    {
        desk.Approve(desk.Proposal("d0", quantity: 900));
        var cleared = desk.Cleared("d0");
        // What became of it Execution does not know: nothing that Risk hears of frees what was permitted.
        desk.Fill(cleared, cleared.Legs[0], 100m);
        desk.Approve(desk.Proposal("d1", "AAA.XNYS~EEE.XNYS", quantity: 300));
        desk.End(cleared, "failed");
        desk.Approve(desk.Proposal("d2", "AAA.XNYS~EEE.XNYS", quantity: 300));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes("d1"), Does.Contain("asset-limit"), "900 may come of it");
            Assert.That(desk.Codes("d2"), Does.Not.Contain("asset-limit"), "100 did");
        });
    }

    private double Measure(string decision, string stage, string name) =>
        desk.Cleared(decision).Measures.Single(one => one.Stage == stage && one.Name == name).Value;

    private void External(int version, decimal leaves, string id = "AAA.XNYS", string side = "buy") => Desk.Tell(
        new ExternalOrderChanged(
            $"external-{id}", "IBKR", "U1", "7", "by-hand", id, side, 1000m, 1000m - leaves, leaves,
            leaves > 0m ? "working" : "canceled", null, version, desk.Now),
        desk.Risk.ExternalOrderChanged);

    private void Unexplained(decimal quantity, int minute) => Desk.Tell(
        new PositionMismatchChanged(
            "IBKR", "U1", "AAA.XNYS", 7m, 5m, 12m + quantity, quantity != 0m, desk.Now.AddMinutes(minute)),
        desk.Risk.PositionMismatchChanged);
}
