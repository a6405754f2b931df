using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Tests.Portfolio;

public sealed class ApplyFillTests
{
    [Test]
    public void Fill_moves_position_and_cash_and_says_so()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal());
        var cleared = desk.Cleared("d1");
        desk.Fill(cleared, cleared.Legs[0], 100m, commission: 1.5m);
        var changed = desk.Events.Of<PositionChanged>().Single();
        var price = cleared.Legs[0].ReferencePrice;
        Assert.Multiple(() =>
        {
            Assert.That(changed.Quantity, Is.EqualTo(100m));
            Assert.That(changed.AveragePrice, Is.EqualTo(price));
            Assert.That(changed.Commission, Is.EqualTo(1.5m));
            Assert.That(changed.Cash, Is.EqualTo(1_000_000m - 100m * price - 1.5m));
        });
    }

    [Test]
    public void Fill_that_is_told_twice_is_applied_once()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal());
        var cleared = desk.Cleared("d1");
        desk.Fill(cleared, cleared.Legs[0], 60m, execution: "x1");
        desk.Fill(cleared, cleared.Legs[0], 60m, execution: "x1");
        Assert.Multiple(() =>
        {
            Assert.That(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None)).Single().Quantity, Is.EqualTo(60m));
            Assert.That(desk.Events.Of<PositionChanged>(), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Cash_in_francs_is_counted_at_the_last_rate()
    {
        var desk = new Desk();
        const string pair = "AAA.XNYS~SWI.XSWX";
        var proposal = desk.Proposal(pair: pair, quantity: 50);
        desk.Approve(proposal with { Legs = [proposal.Legs[0], proposal.Legs[1] with { Currency = "CHF" }] });
        var cleared = desk.Cleared("d1");
        desk.Fill(cleared, cleared.Legs[1], 50m);
        Assert.That(
            desk.Events.Of<PositionChanged>().Single().Cash, Is.EqualTo(1_000_000m + 50m * cleared.Legs[1].ReferencePrice / 1.25m));
    }

    [Test]
    public void Commission_without_a_rate_is_told_in_its_own_currency()
    {
        var desk = new Desk();
        Desk.Tell(
            new OrderFilled(
                "binance", "SIM", "x1", "o", "d", Desk.Pair, 0, "AAA.XNYS", "buy", 10m, 5m, "USD", 0.0004m, "BNB", 0m, 10m, 0m, desk.Now),
            desk.Risk.OrderFilled);
        var changed = desk.Events.Of<PositionChanged>().Single();
        Assert.That(
            (changed.Commission, changed.UnconvertedCommission, changed.UnconvertedCommissionCurrency),
            Is.EqualTo((0m, (decimal?)0.0004m, "BNB")));
    }

    [TestCase(0.001, 0.002, TestName = "Fee_kept_in_units_moves_the_position_by_what_arrived_and_the_cash_by_what_was_paid")]
    [TestCase(0.001, 0, TestName = "Fee_that_earlier_dust_paid_costs_nothing_again")]
    [TestCase(0.001, 1, TestName = "Purchase_that_was_kept_whole_moves_no_position_and_is_a_cost")]
    public void Fee_in_units(double fee, double withheld)
    {
        var desk = new Desk();
        Desk.Tell(
            new OrderFilled(
                "binance", "SIM", "x1", "o", "d", Desk.Pair, 0, "AAA.XNYS", "buy", 1m, 5m, "USD", (decimal)fee, "AAA", 0m, 1m, 0m, desk.Now,
                (decimal)fee, (decimal)withheld),
            desk.Risk.OrderFilled);
        var changed = desk.Events.Of<PositionChanged>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(changed.Quantity, Is.EqualTo(1m - (decimal)withheld));
            Assert.That(changed.Commission, Is.EqualTo((decimal)withheld * 5m));
            Assert.That(changed.UnconvertedCommission, Is.Null);
            Assert.That(changed.Cash, Is.EqualTo(1_000_000m - 5m));
        });
    }

    [Test]
    public void Fill_in_a_currency_without_a_rate_still_moves_the_position()
    {
        var desk = new Desk();
        Desk.Tell(
            new OrderFilled(
                "PAPER", "SIM", "x1", "o", "d", Desk.Pair, 0, "AAA.XNYS", "buy", 10m, 5m, "JPY", 0m, "JPY", 0m, 10m, 0m, desk.Now),
            desk.Risk.OrderFilled);
        Assert.That(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None)).Single().Quantity, Is.EqualTo(10m));
    }

    [TestCase("up", 10)]
    [TestCase("buy", 0)]
    public void Fill_that_breaks_its_contract_is_refused(string side, int quantity)
    {
        var desk = new Desk();
        var filled = new OrderFilled(
            "PAPER", "SIM", "x1", "o", "d", Desk.Pair, 0, "AAA.XNYS", side, quantity, 5m, "USD", 0m, "USD", 0m, 10m, 0m, desk.Now);
        Assert.That(() => Desk.Tell(filled, desk.Risk.OrderFilled), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void Book_rebuilt_from_the_stored_fills_is_the_book()
    {
        var desk = new Desk();
        desk.Hold("d0", Desk.Pair);
        desk.Close(131);
        desk.Hold("d1", "CCC.XNYS~EEE.XNYS", 70, buysA: false);
        var fills = desk.Risk.Fills.All(CancellationToken.None).ToBlockingEnumerable();
        var rebuilt = Risk.Portfolio.PortfolioSnapshot.Rebuild(new Kernel.Money(1_000_000m, Kernel.Currency.Usd), fills);
        Assert.Multiple(() =>
        {
            Assert.That(rebuilt.Open, Is.EqualTo(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None))));
            Assert.That(rebuilt.Cash.Values, Is.EqualTo(Desk.Done(desk.Risk.Cash.All(CancellationToken.None))));
        });
    }
}
