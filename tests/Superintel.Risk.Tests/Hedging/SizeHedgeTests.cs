using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Hedging;
using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Tests.Hedging;

public sealed class SizeHedgeTests
{
    private const string Twin = "CCC.XNYS"; // moves as AAA does

    private Desk desk = null!;

    [SetUp]
    public void Hold()
    {
        desk = new Desk();
        desk.Hold(quantity: 800);
    }

    [Test]
    public void Advice_when_it_is_of_this_book_becomes_a_leg_with_its_numbers()
    {
        var sizing = Open();
        var leg = sizing.Leg!;
        Assert.Multiple(() =>
        {
            Assert.That((leg.Number, leg.Instrument.ToString(), leg.Side), Is.EqualTo((0, Twin, Side.Sell)));
            Assert.That(sizing.Notional.Amount, Is.EqualTo(leg.Quantity.Value * leg.ReferencePrice.Value).And.GreaterThan(10_000m));
            Assert.That(sizing.Notional.Amount, Is.LessThanOrEqualTo(49_000m), "98 % of what one instrument may carry");
            Assert.That(Measure(sizing, "cvar-95-after"), Is.LessThan(Measure(sizing, "cvar-95-before")));
            Assert.That(Measure(sizing, "relief-per-cost"), Is.GreaterThan(1));
            Assert.That(sizing.PricedAt, Is.EqualTo(desk.Now));
        });
    }

    [Test]
    public void Advice_when_something_was_traded_since_is_outdated()
    {
        var advice = AdviceId();
        desk.Hold("d9", "BBB.XNYS~EEE.XNYS", 50);
        Assert.That(Ask(TradeIntent.Open, advice, desk.Now).Code, Is.EqualTo(HedgeRefusal.AdviceOutdated));
    }

    [Test]
    public void Advice_when_the_terms_are_others_is_outdated() => Assert.That(
        Ask(TradeIntent.Open, AdviceId(), desk.Now, new HedgeTerms(Most: 0.1)).Code, Is.EqualTo(HedgeRefusal.AdviceOutdated));

    [Test]
    public void Advice_when_it_is_older_than_a_proposal_may_be_has_lapsed()
    {
        var (advice, at) = (AdviceId(), desk.Now);
        desk.Close(131);
        Assert.That(Ask(TradeIntent.Open, advice, at).Code, Is.EqualTo(HedgeRefusal.AdviceLapsed));
        Assert.That(Ask(TradeIntent.Open, advice, desk.Now.AddMinutes(1)).Code, Is.EqualTo(HedgeRefusal.AdviceLapsed), "nor of tomorrow");
    }

    [TestCase("IDX.XNYS", "not-tradable")]
    [TestCase("ZZZ.XNYS", "unknown-instrument")]
    public void Instrument_that_cannot_be_traded_is_refused(string id, string code) => Assert.That(
        Ask(TradeIntent.Open, "h", desk.Now, id: id).Code, Is.EqualTo(code));

    [Test]
    public void Terms_out_of_bounds_are_refused() => Assert.That(
        Ask(TradeIntent.Open, "h", desk.Now, new HedgeTerms(Days: 1)).Code, Is.EqualTo(HedgeRefusal.TermsInvalid));

    [Test]
    public void Hedge_that_costs_more_than_it_takes_off_is_refused()
    {
        var terms = new HedgeTerms(Days: 2, Cost: 0.1);
        Assert.That(Ask(TradeIntent.Open, AdviceId(terms), desk.Now, terms).Code, Is.EqualTo(HedgeRefusal.NotWorthItsCost));
    }

    [Test]
    public void End_when_no_hedge_is_held_is_refused() => Assert.That(Ask(TradeIntent.Close, "", desk.Now).Code, Is.EqualTo("no-position"));

    [Test]
    public void Cleared_hedge_is_held_as_a_book_of_its_own_until_it_is_ended()
    {
        var sizing = Open();
        desk.Approve(Proposal("h1", "open", sizing.Leg!));
        Assert.That(Open().Code, Is.EqualTo("order-in-flight"));
        Fill("h1");
        Assert.That(Ask(TradeIntent.Open, AdviceId(), desk.Now).Code, Is.EqualTo("position-open"));
        var end = Ask(TradeIntent.Close, "", desk.Now);
        Assert.Multiple(() =>
        {
            Assert.That((end.Leg!.Side, end.Leg.Quantity), Is.EqualTo((Side.Buy, sizing.Leg!.Quantity)));
            Assert.That(Measure(end, "cvar-95-after"), Is.GreaterThan(Measure(end, "cvar-95-before")), "the tail comes back");
        });
        desk.Approve(Proposal("h2", "close", end.Leg!));
        Fill("h2");
        Assert.That(Ask(TradeIntent.Close, "", desk.Now).Code, Is.EqualTo("no-position"));
    }

    [Test]
    public void Chain_judges_a_hedge_and_says_what_does_not_apply()
    {
        desk.Approve(Proposal("h1", "open", Open().Leg!));
        var stages = desk.Events.Of<OrderCleared>().Single(one => one.DecisionId == "h1").Stages!;
        Assert.Multiple(() =>
        {
            Assert.That(stages.Single(stage => stage.Stage == "sizing").Outcome, Is.EqualTo("half-kelly-not-applicable"));
            Assert.That(stages.Where(stage => stage.Outcome == "not-run"), Is.Empty);
            Assert.That(
                stages.SelectMany(stage => stage.Inputs).Select(one => one.Name), Does.Contain("volatility").And.Contain("leverage"));
        });
    }

    [Test]
    public void Restricted_instrument_is_vetoed_as_a_hedge_too()
    {
        var leg = Open().Leg!;
        Desk.Done(desk.Risk.ChangeRestricted.Handle(Twin, true, "news", "sue", CancellationToken.None));
        desk.Approve(Proposal("h1", "open", leg));
        Assert.That(Reasons(), Is.EqualTo(new[] { "restricted" }));
    }

    [Test]
    public void Hedge_of_two_legs_or_of_another_instrument_is_no_trade()
    {
        var leg = Open().Leg!;
        desk.Approve(Proposal("h1", "open", leg, leg with { Number = 1 }));
        Assert.That(Reasons(), Is.EqualTo(new[] { "proposal-invalid" }));
        desk.Approve(Proposal("h2", "open", leg with { Instrument = InstrumentId.Parse("DDD.XNYS") }));
        Assert.That(Reasons(), Is.EqualTo(new[] { "proposal-invalid" }));
    }

    [Test]
    public void Signal_cannot_ask_for_a_hedge() => Assert.That(
        desk.Size(desk.Ask($"hedge~{Twin}")).Refusal!.Code.Code, Is.EqualTo("invalid-signal"));

    private static double Measure(HedgeSizing sizing, string name) => sizing.Measures.Single(one => one.Name == name).Value;

    private ProposalApproved Proposal(string decision, string intent, params TradeLeg[] legs) => new(
        "p-" + decision,
        decision,
        $"hedge~{Twin}",
        intent,
        "trader",
        [.. legs.Select(leg => leg.ToContract())],
        0m,
        "USD",
        ["tim"],
        "",
        desk.Now,
        desk.Now);

    private string[] Reasons() => [.. desk.Events.Of<OrderVetoed>()[^1].Reasons.Select(reason => reason.Code)];

    private void Fill(string decision)
    {
        var cleared = desk.Events.Of<OrderCleared>().Single(one => one.DecisionId == decision);
        desk.Fill(cleared, cleared.Legs.Single(), cleared.Legs.Single().Quantity);
        desk.End(cleared);
    }

    private HedgeSizing Open() => Ask(TradeIntent.Open, AdviceId(), desk.Now);

    private string AdviceId(HedgeTerms? terms = null)
    {
        var book = Desk.Done(desk.Risk.GatherBook.Handle([InstrumentId.Parse(Twin)], CancellationToken.None)).Book!;
        return HedgeAdvice.IdOf(book, InstrumentId.Parse(Twin), terms ?? new HedgeTerms());
    }

    private HedgeSizing Ask(TradeIntent intent, string advice, DateTimeOffset at, HedgeTerms? terms = null, string id = Twin) => Desk.Done(
        desk.Risk.SizeHedge.Handle(
            new HedgeQuestion(InstrumentId.Parse(id), intent, advice, at, terms ?? new HedgeTerms()), CancellationToken.None));
}
