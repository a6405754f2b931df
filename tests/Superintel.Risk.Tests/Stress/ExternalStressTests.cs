using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Hedging;
using Superintel.Risk.Stress;
using Superintel.Risk.Stress.Chaos;
using Superintel.Risk.Stress.Models;
using Superintel.Risk.Stress.RunStress;

namespace Superintel.Risk.Tests.Stress;

/// <summary>What others hold in the desk's accounts falls with everything else, and is no part of what the desk's breakers do.</summary>
public sealed class ExternalStressTests
{
    private static readonly StressScenario Fall = new(
        "fall", ImmutableSortedDictionary<AssetClass, double>.Empty.Add(AssetClass.Equity, -0.2),
        ImmutableSortedDictionary<string, double>.Empty, "test");

    private Desk desk = null!;

    [SetUp]
    public void Hold()
    {
        desk = new Desk();
        desk.Hold();
    }

    [Test]
    public void Position_of_others_falls_too_and_is_told_apart()
    {
        var before = Stress();
        Unexplained("AAA.XNYS", 8000m);
        Unexplained("EEE.XNYS", 20m);
        var after = Stress();
        var theirs = after.Positions.Sum(one => one.External);
        Assert.Multiple(() =>
        {
            Assert.That(after.Loss - before.Loss, Is.EqualTo(0.2m * theirs).And.GreaterThan(0m));
            Assert.That(after.Positions.Select(one => one.Instrument.Symbol), Is.EqualTo(new[] { "AAA", "BBB", "EEE" }));
            Assert.That(after.Positions[0].Value - before.Positions[0].Value, Is.EqualTo(after.Positions[0].External));
            Assert.That(after.Positions[1].External, Is.Zero);
            Assert.That(after.NetAssetValue, Is.EqualTo(before.NetAssetValue), "nobody knows what it cost");
            Assert.That((before.BreakingMultiple, after.BreakingMultiple is > 0 and < 5), Is.EqualTo(((double?)null, true)));
            Assert.That(after.LeftOut, Is.Empty);
        });
    }

    [Test]
    public void Position_that_is_explained_falls_no_more()
    {
        var before = Stress();
        Unexplained("AAA.XNYS", 30m);
        Unexplained("AAA.XNYS", 0m, minute: 2);
        Assert.That(Stress().Loss, Is.EqualTo(before.Loss));
    }

    [Test]
    public void Coin_that_was_never_listed_is_said_to_be_left_out()
    {
        var before = Stress();
        Unexplained("ZZZ.XNYS", 3m);
        var after = Stress();
        Assert.That(after.LeftOut, Is.EqualTo(new[] { new LeftOut("IBKR", "U1", InstrumentId.Parse("ZZZ.XNYS"), 3m, "never-listed") }));
        Assert.That(after.Loss, Is.EqualTo(before.Loss));
        Assert.That(Drawn().LeftOut, Is.EqualTo(after.LeftOut));
    }

    [Test]
    public void Listed_position_without_a_price_leaves_no_answer()
    {
        desk.List("NEW.XNYS");
        Unexplained("NEW.XNYS", 3m);
        Assert.That(Desk.Done(desk.Risk.RunStress.Handle([Fall], CancellationToken.None)), Is.Null);
        Assert.That(Desk.Done(desk.Risk.GatherBook.Handle([], CancellationToken.None)).Code, Is.EqualTo("portfolio-unpriced"));
        Assert.That(Desk.Done(desk.Risk.GatherBook.Own(CancellationToken.None)).Book, Is.Not.Null, "the desk's own are priced");
    }

    [Test]
    public void Drawn_days_move_what_others_hold_as_well()
    {
        var before = Drawn();
        Unexplained("EEE.XNYS", 2000m);
        var after = Drawn();
        Assert.That(after.Loss, Is.GreaterThan(before.Loss));
        Assert.That(after.Positions.Single(one => one.Instrument.Symbol == "EEE").External, Is.GreaterThan(0m));
    }

    [Test]
    public void Advice_on_the_tail_is_of_all_that_is_held_and_outdated_by_what_others_do()
    {
        var (before, index) = (Held(), InstrumentId.Parse("IDX.XNYS"));
        Unexplained("EEE.XNYS", 2000m);
        var after = Held();
        var terms = new HedgeTerms(0.2, 0.95, 30, 0.0005, 0.25);
        Assert.Multiple(() =>
        {
            Assert.That(
                TailHedge.Advise(after, [index], terms).Cvar, Is.GreaterThan(TailHedge.Advise(before, [index], terms).Cvar));
            Assert.That(HedgeAdvice.IdOf(after, index, terms), Is.Not.EqualTo(HedgeAdvice.IdOf(before, index, terms)));
        });
    }

    [Test]
    public void Paths_walk_the_desks_own_positions_and_say_what_they_leave_out()
    {
        var before = Desk.Done(desk.Risk.GatherBook.Own(CancellationToken.None)).Book!;
        Unexplained("EEE.XNYS", 2000m);
        var after = Desk.Done(desk.Risk.GatherBook.Own(CancellationToken.None)).Book!;
        var report = ChaosSimulation.Run(
            after, new ChaosRequest(ModelScenarios.Find("jump-diffusion")!, 100, 20, 1), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(after.Holdings, Is.EqualTo(before.Holdings));
            Assert.That(report.LeftOut.Select(one => (one.Instrument.Symbol, one.Code)), Is.EqualTo(new[] { ("EEE", "not-simulated") }));
        });
    }

    private StressReport Stress() => Desk.Done(desk.Risk.RunStress.Handle([Fall], CancellationToken.None))!.Single();

    private StressReport Drawn() =>
        ModelStress.Run(Held(), ModelScenarios.Find("jump-diffusion")!, 1, 1, CancellationToken.None);

    private HeldBook Held() => Desk.Done(desk.Risk.GatherBook.Handle([], CancellationToken.None)).Book!;

    private void Unexplained(string id, decimal quantity, int minute = 1) => Desk.Tell(
        new PositionMismatchChanged("IBKR", "U1", id, 7m, 5m, 12m + quantity, quantity != 0m, desk.Now.AddMinutes(minute)),
        desk.Risk.PositionMismatchChanged);
}
