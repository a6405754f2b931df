using Superintel.Contracts.Events.V1;
using Superintel.Risk.Limits;
using Superintel.Risk.Tests.Reasons;

namespace Superintel.Risk.Tests.Verdicts;

/// <summary>Each code of the third group of the chain, provoked, alone.</summary>
public sealed class LimitReasonTests
{
    [Test]
    [ReasonTest("price-collar")]
    public void Reference_price_that_is_far_from_the_last_close_is_vetoed()
    {
        var desk = new Desk();
        var proposal = desk.Proposal();
        desk.Approve(proposal with { Legs = [proposal.Legs[0] with { ReferencePrice = 60m }, proposal.Legs[1]] });
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "price-collar" }));
    }

    [Test]
    [ReasonTest("asset-limit")]
    public void Instrument_that_would_carry_more_than_its_share_is_vetoed_with_the_number()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal(quantity: 1100));
        var reason = desk.Events.Of<OrderVetoed>().Single().Reasons.Single();
        Assert.Multiple(() =>
        {
            Assert.That(reason.Code, Is.EqualTo("asset-limit"));
            Assert.That(reason.Value, Is.GreaterThan(0.05).And.LessThan(0.06));
            Assert.That(reason.Limit, Is.EqualTo(0.05));
        });
    }

    [Test]
    public void Instrument_counts_over_all_pairs_and_orders_at_work()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 600);
        desk.Approve(desk.Proposal("d1", "AAA.XNYS~EEE.XNYS", quantity: 600));
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "asset-limit" }));
    }

    [Test]
    [ReasonTest("gross-limit")]
    public void Gross_exposure_beyond_its_limit_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.GrossExposure, 8_000);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "gross-limit" }));
    }

    [Test]
    [ReasonTest("leverage-limit")]
    public void Leverage_beyond_its_limit_is_vetoed()
    {
        var desk = new Desk(new RiskOptions { InitialCapital = 100_000m });
        desk.SetLimit(LimitCatalogue.Leverage, 0.1);
        desk.SetLimit(LimitCatalogue.AssetExposure, 0.25);
        desk.Approve(desk.Proposal(quantity: 130));
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "leverage-limit" }));
    }

    [Test]
    [ReasonTest("net-limit")]
    public void Net_exposure_beyond_its_limit_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.NetExposure, 0.0005);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "net-limit" }));
    }

    [Test]
    [ReasonTest("insufficient-history")]
    public void Entry_on_too_short_a_history_is_vetoed()
    {
        var desk = new Desk(days: 100);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "insufficient-history" }));
    }

    [Test]
    [ReasonTest("cvar-limit")]
    public void Expected_shortfall_beyond_its_limit_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.Cvar95, 0.001);
        desk.SetLimit(LimitCatalogue.AssetExposure, 0.25);
        desk.Approve(desk.Proposal(quantity: 4000));
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "cvar-limit" }));
    }

    [Test]
    [ReasonTest("asset-cvar-limit")]
    public void Instrument_whose_own_shortfall_is_beyond_its_limit_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.AssetCvar, 0.0001);
        desk.Approve(desk.Proposal(quantity: 900));
        Assert.That(desk.Codes().Distinct(), Is.EqualTo(new[] { "asset-cvar-limit" }));
    }

    [Test]
    [ReasonTest("volatility-limit")]
    public void Trade_that_was_livelier_than_its_size_allows_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.PairVolatility, 0.0001);
        desk.Approve(desk.Proposal(quantity: 900));
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "volatility-limit" }));
    }

    [Test]
    [ReasonTest("sector-limit")]
    public void Sector_that_would_carry_more_than_its_share_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.SectorExposure, 0.0001);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "sector-limit" }));
    }

    [Test]
    [ReasonTest("stress-limit")]
    public void Book_that_would_lose_too_much_in_the_worst_scenario_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.StressLoss, 0.0001);
        desk.Approve(desk.Proposal());
        var veto = desk.Events.Of<OrderVetoed>().Single();
        var (a, b) = (desk.Leg(Desk.Pair, 0, "buy", 1).ReferencePrice, desk.Leg(Desk.Pair, 1, "sell", 1).ReferencePrice);
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Is.EqualTo(new[] { "stress-limit" }));
            Assert.That(veto.Reasons.Single().Detail, Does.Contain("black-monday-1987"));
            Assert.That(veto.Reasons.Single().Value, Is.EqualTo((double)(0.226m * 100 * (a - b) / 1_000_000m)).Within(1e-12));
        });
    }

    [Test]
    [ReasonTest("restricted")]
    public void Instrument_on_the_restricted_list_is_vetoed_until_it_is_taken_off()
    {
        var desk = new Desk();
        string? Restrict(bool on) => Desk.Done(
            desk.Risk.ChangeRestricted.Handle("BBB.XNYS", on, "merger talks", "ada", CancellationToken.None));
        Assert.That((Restrict(true), Restrict(true)), Is.EqualTo(((string?)null, "restricted-already")));
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.EqualTo(new[] { "restricted" }));
        Assert.That((Restrict(false), Restrict(false)), Is.EqualTo(((string?)null, "not-restricted")));
        desk.Approve(desk.Proposal("d2"));
        Assert.That(desk.Cleared("d2"), Is.Not.Null);
        Assert.That(desk.Events.Of<RestrictedListChanged>().Select(told => told.Restricted), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    [ReasonTest("correlation-limit")]
    public void Trade_that_moves_like_what_is_held_is_vetoed()
    {
        var desk = new Desk();
        desk.Hold("d0", Desk.Pair);
        desk.Approve(desk.Proposal("d1", Desk.OtherPair, quantity: 50));
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "correlation-limit" }));
    }

    [Test]
    public void Trade_that_moves_against_what_is_held_is_cleared()
    {
        var desk = new Desk();
        desk.Hold("d0", Desk.Pair);
        desk.Approve(desk.Proposal("d1", Desk.OtherPair, quantity: 50, buysA: false));
        Assert.That(desk.Cleared("d1"), Is.Not.Null);
    }

    [Test]
    [ReasonTest("order-rate")]
    public void Entry_after_too_many_within_a_minute_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.OrderRate, 1);
        desk.Approve(desk.Proposal("d0", Desk.Pair));
        desk.Approve(desk.Proposal("d1", "CCC.XNYS~EEE.XNYS", buysA: false));
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "order-rate" }));
    }

    [Test]
    [ReasonTest("order-count")]
    public void Entry_after_too_many_within_the_day_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.OrderCount, 1);
        desk.CloseOnly(desk.Now.AddHours(6), [.. Market.Closes(130)]);
        desk.Approve(desk.Proposal("d0", Desk.Pair));
        var later = desk.Proposal("d1", "CCC.XNYS~EEE.XNYS", buysA: false);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        desk.Approve(later);
        Assert.That(desk.Codes("d1"), Is.EqualTo(new[] { "order-count" }));
    }

    [Test]
    public void Exit_passes_every_limit_that_guards_entries()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 900);
        foreach (var limit in LimitCatalogue.All) desk.SetLimit(limit.Name, limit.Minimum);
        desk.Approve(desk.Proposal("d1", intent: "close", quantity: 900, buysA: false));
        Assert.That(desk.Cleared("d1").Intent, Is.EqualTo("close"));
    }
}
