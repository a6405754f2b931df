using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Tests.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Tests.Verdicts;

/// <summary>Each code of the second group of the chain, provoked.</summary>
public sealed class MarketReasonTests
{
    private const string Strange = "AAA.XNYS~ZZZ.XNYS";
    private const string Observed = "AAA.XNYS~IDX.XNYS";
    private const string Foreign = "AAA.XNYS~SWI.XSWX";

    [Test]
    [ReasonTest("unknown-instrument")]
    public void Instrument_that_was_never_listed_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal(pair: Strange));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Is.EqualTo(new[] { "unknown-instrument" }));
            Assert.That(desk.Refusal(desk.Ask(Strange)), Is.EqualTo("unknown-instrument"));
        });
    }

    [Test]
    [ReasonTest("not-tradable")]
    public void Instrument_that_is_only_observed_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal(pair: Observed));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Does.Contain("not-tradable"));
            Assert.That(desk.Refusal(desk.Ask(Observed)), Is.EqualTo("not-tradable"));
        });
    }

    [Test]
    public void Index_is_never_tradable_whatever_the_listing_says()
    {
        var desk = new Desk();
        desk.List("IDX.XNYS", assetClass: "index", tradable: true);
        Assert.That(desk.Refusal(desk.Ask(Observed)), Is.EqualTo("not-tradable"));
    }

    [Test]
    [ReasonTest("unknown-price")]
    public void Instrument_without_a_close_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.List("ZZZ.XNYS");
        desk.Approve(desk.Proposal(pair: Strange));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Is.EqualTo(new[] { "unknown-price" }));
            Assert.That(desk.Refusal(desk.Ask(Strange)), Is.EqualTo("unknown-price"));
        });
    }

    [Test]
    [ReasonTest("stale-price")]
    public void Instrument_whose_last_close_is_older_than_the_signal_is_vetoed_and_not_sized()
    {
        var desk = new Desk();
        desk.CloseOnly(desk.Now.AddDays(1), ("AAA.XNYS", 50m));
        desk.Approve(desk.Proposal());
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Is.EqualTo(new[] { "stale-price" }));
            Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("stale-price"));
        });
    }

    [Test]
    public void Declared_rate_stands_in_until_a_bar_tells_one()
    {
        var known = new RiskOptions { BaseCurrency = "EUR", DeclaredRates = new Dictionary<string, decimal> { ["USD"] = 0.9m } };
        var desk = new Desk(known);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Does.Not.Contain("unknown-fx-rate"));

        var eurUsd = new Instrument(InstrumentId.Parse("EURUSD.XOFF"), AssetClass.Fx, Currency.Usd, 1m, true, "");
        var close = new LastClose(eurUsd.Id, 1.25m, desk.Now, BarInterval.Day);
        var hundred = new Money(100m, Currency.Usd);
        Assert.Multiple(() =>
        {
            Assert.That(new MarketSnapshot([eurUsd], [], known).Fx.Convert(hundred, known.Base), Is.EqualTo(90m));
            Assert.That(new MarketSnapshot([eurUsd], [close], known).Fx.Convert(hundred, known.Base), Is.EqualTo(80m));
        });
    }

    [Test]
    [ReasonTest("unknown-fx-rate")]
    public void Currency_whose_rate_no_bar_tells_is_vetoed_and_not_sized()
    {
        var desk = new Desk(new RiskOptions { BaseCurrency = "EUR" });
        desk.Approve(desk.Proposal());
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Is.EqualTo(new[] { "unknown-fx-rate", "unknown-fx-rate" }));
            Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("unknown-fx-rate"));
        });
    }

    [Test]
    [ReasonTest("unknown-nav")]
    public void Book_that_is_worth_nothing_clears_and_sizes_nothing()
    {
        var desk = new Desk();
        desk.Hold("d0", Desk.OtherPair, 400);
        desk.CloseOnly(desk.Now, ("DDD.XNYS", 1_000_000m));
        desk.Switch(TradingState.Active);
        desk.Approve(desk.Proposal());
        Assert.Multiple(() =>
        {
            Assert.That(desk.Codes(), Does.Contain("unknown-nav"));
            Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("unknown-nav"));
        });
    }

    [Test]
    public void Exit_when_prices_are_old_is_cleared()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.CloseOnly(desk.Now.AddDays(5), ("EEE.XNYS", 30m));
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Cleared("d1").Legs, Has.Count.EqualTo(2));
    }

    [Test]
    public void Pair_in_two_currencies_is_cleared_when_the_rate_is_known()
    {
        var desk = new Desk();
        var proposal = desk.Proposal(pair: Foreign, quantity: 50);
        desk.Approve(proposal with { Legs = [proposal.Legs[0], proposal.Legs[1] with { Currency = "CHF" }] });
        Assert.That(desk.Cleared("d1").Legs[1].Currency, Is.EqualTo("CHF"));
    }

    [Test]
    [ReasonTest("invalid-signal")]
    public void Signal_whose_numbers_make_no_sense_is_not_sized()
    {
        var desk = new Desk();
        var good = desk.Ask();
        Assert.That(
            new[]
            {
                good with { Direction = 0 },
                good with { Direction = double.NaN },
                good with { Confidence = 1.1 },
                good with { HedgeRatio = 0 },
                good with { HedgeRatio = double.PositiveInfinity },
                good with { SpreadVolatility = 0 },
                good with { SpreadVolatility = double.NaN },
                good with { HalfLifeBars = -1 },
                good with { ZScore = double.NaN },
                good with { PairId = "nonsense" },
            }.Select(desk.Refusal),
            Is.All.EqualTo("invalid-signal"));
    }

    [Test]
    [ReasonTest("no-edge")]
    public void Signal_without_an_edge_is_not_sized()
    {
        var desk = new Desk();
        Assert.That(desk.Refusal(desk.Ask() with { ZScore = 0 }), Is.EqualTo("no-edge"));
    }

    [Test]
    [ReasonTest("below-one-lot")]
    public void Signal_that_does_not_pay_for_a_lot_is_not_sized()
    {
        var desk = new Desk();
        desk.List("AAA.XNYS", lot: 10_000m);
        Assert.That(desk.Refusal(desk.Ask()), Is.EqualTo("below-one-lot"));
    }

    [Test]
    [ReasonTest("below-minimum")]
    public void Signal_for_which_the_limits_leave_next_to_nothing_is_not_sized()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 940);
        Assert.That(desk.Refusal(desk.Ask("AAA.XNYS~EEE.XNYS")), Is.EqualTo("below-minimum"));
    }

    [Test]
    [ReasonTest("no-position")]
    public void Exit_of_what_is_not_held_is_not_sized()
    {
        var desk = new Desk();
        Assert.That(desk.Refusal(desk.Ask(intent: TradeIntent.Close)), Is.EqualTo("no-position"));
    }
}
