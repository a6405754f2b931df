using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk.Tests.Portfolio;

/// <summary>0.365 a year is a thousandth a day.</summary>
public sealed class AccrueCarryTests
{
    [Test]
    public void Short_position_pays_borrow_for_the_days_it_was_held_and_a_long_one_does_not()
    {
        var desk = With(borrow: [("equity", 0.365m)]);
        desk.Hold();
        var before = Value(desk).Cash;
        foreach (var day in new[] { 131, 132 }) desk.Close(day);
        var expected = 100m * (Market.Price("BBB", 131) + Market.Price("BBB", 132)) * 0.001m;
        Assert.Multiple(() =>
        {
            Assert.That((Value(desk).Borrow, Value(desk).Funding), Is.EqualTo((expected, 0m)));
            Assert.That(Value(desk).Cash, Is.EqualTo(before - expected));
            Assert.That(Value(desk).Commissions, Is.Zero);
            var told = desk.Events.Of<PortfolioValued>()[^1];
            Assert.That((told.Borrow, told.Funding), Is.EqualTo((expected, 0m)));
        });
    }

    [Test]
    public void Rate_of_an_instrument_goes_before_that_of_its_class()
    {
        var desk = With(borrow: [("equity", 0.365m), ("BBB.XNYS", 0.0365m)]);
        desk.Hold();
        desk.Close(131);
        Assert.That(Value(desk).Borrow, Is.EqualTo(100m * Market.Price("BBB", 131) * 0.0001m));
    }

    [Test]
    public void Longs_pay_funding_and_shorts_receive_it()
    {
        var desk = With(funding: [("equity", 0.365m)]);
        desk.Hold();
        desk.Close(131);
        var expected = 100m * (Market.Price("AAA", 131) - Market.Price("BBB", 131)) * 0.001m;
        Assert.That((Value(desk).Borrow, Value(desk).Funding), Is.EqualTo((0m, expected)));
    }

    [Test]
    public void Slice_that_is_told_twice_or_late_charges_once()
    {
        var desk = With(borrow: [("equity", 0.365m)]);
        desk.Hold();
        foreach (var day in new[] { 132, 132, 131 }) desk.Close(day);
        Assert.That(Value(desk).Borrow, Is.EqualTo(100m * Market.Price("BBB", 132) * 0.002m));
    }

    [Test]
    public void Position_that_ends_between_slices_pays_until_its_last_fill()
    {
        var desk = With(borrow: [("equity", 0.365m)]);
        desk.Hold();
        desk.Clock.Advance(TimeSpan.FromHours(12));
        Fill(desk, "BBB.XNYS", 100m, 41m, desk.Now);
        desk.Close(131);
        var told = desk.Events.Of<PositionChanged>()[^1];
        Assert.Multiple(() =>
        {
            Assert.That(Value(desk).Borrow, Is.EqualTo(100m * 41m * 0.0005m));
            Assert.That(told.Cash, Is.EqualTo(Value(desk).Cash), "what is told of cash has it already");
        });
    }

    [Test]
    public void Fill_that_comes_after_the_slice_behind_it_gives_back_what_was_charged_too_much()
    {
        var desk = With(borrow: [("equity", 0.365m)]);
        desk.Hold();
        var filledAt = desk.Now.AddHours(12);
        desk.Close(131, ("BBB.XNYS", 40m));
        Fill(desk, "BBB.XNYS", 100m, 40m, filledAt);
        Assert.That(Value(desk).Borrow, Is.EqualTo(100m * 40m * 0.0005m));
    }

    [Test]
    public void Borrow_is_paid_in_the_currency_of_the_position()
    {
        const string pair = "AAA.XNYS~SWI.XSWX";
        var desk = With(borrow: [("equity", 0.365m)]);
        var proposal = desk.Proposal(pair: pair, quantity: 50);
        desk.Approve(proposal with { Legs = [proposal.Legs[0], proposal.Legs[1] with { Currency = "CHF" }] });
        var cleared = desk.Cleared("d1");
        desk.Fill(cleared, cleared.Legs[1], 50m);
        desk.Close(131, ("SWI.XSWX", 100m));
        var francs = Desk.Done(desk.Risk.Cash.All(CancellationToken.None)).Single(account => account.Currency == Currency.Chf);
        Assert.That((francs.Borrow, Value(desk).Borrow), Is.EqualTo((5m, 4m)), "1.25 francs to the dollar");
    }

    [Test]
    public void Desk_without_rates_charges_nothing()
    {
        var desk = new Desk();
        desk.Hold();
        desk.Close(131);
        Assert.That(desk.Risk.Accruals.All(CancellationToken.None).ToBlockingEnumerable(), Is.Empty);
    }

    [Test]
    public void Book_rebuilt_from_the_stored_fills_and_accruals_is_the_book()
    {
        var desk = With([("equity", 0.03m)], [("equity", -0.02m)]);
        desk.Hold();
        desk.Close(131);
        desk.Hold("d1", "CCC.XNYS~EEE.XNYS", 70, buysA: false);
        desk.Close(132);
        Fill(desk, "BBB.XNYS", 30m, 40m, desk.Now.AddHours(-5));
        desk.Close(133);
        var fills = desk.Risk.Fills.All(CancellationToken.None).ToBlockingEnumerable();
        var accruals = desk.Risk.Accruals.All(CancellationToken.None).ToBlockingEnumerable().ToArray();
        var rebuilt = PortfolioSnapshot.Rebuild(new Money(1_000_000m, Currency.Usd), fills, [.. accruals, .. accruals]);
        Assert.Multiple(() =>
        {
            Assert.That(accruals.Select(one => one.Kind).Distinct(), Is.EquivalentTo(new[] { AccrualKind.Borrow, AccrualKind.Funding }));
            Assert.That(rebuilt.Open, Is.EqualTo(Desk.Done(desk.Risk.Positions.Open(CancellationToken.None))));
            Assert.That(rebuilt.Cash.Values, Is.EqualTo(Desk.Done(desk.Risk.Cash.All(CancellationToken.None))));
        });
    }

    [Test]
    public void Rates_that_make_no_sense_are_named() => Assert.That(
        new RiskOptions { BorrowRates = Rates([("tulip", 0.1m), ("equity", -0.1m)]), FundingRates = Rates([("crypto", 11m)]) }.Problems(),
        Is.EqualTo(new[]
        {
            "BorrowRates of equity must be 0 to 10 a year",
            "BorrowRates has 'tulip', which is neither an asset class nor an instrument",
            "FundingRates of crypto must be -10 to 10 a year",
        }));

    private static Desk With((string, decimal)[]? borrow = null, (string, decimal)[]? funding = null) =>
        new(new RiskOptions { BorrowRates = Rates(borrow ?? []), FundingRates = Rates(funding ?? []) });

    private static IReadOnlyDictionary<string, decimal> Rates((string, decimal)[] rates) =>
        rates.ToImmutableSortedDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);

    private static PortfolioValue Value(Desk desk) => Desk.Done(desk.Risk.DescribePortfolio.Report(CancellationToken.None))!.Value;

    private static void Fill(Desk desk, string instrument, decimal signed, decimal price, DateTimeOffset at) => Desk.Tell(
        new OrderFilled(
            "PAPER", "SIM", $"{instrument}/{at:O}", "o", "d0", Desk.Pair, 1, instrument, signed > 0 ? "buy" : "sell", Math.Abs(signed),
            price, "USD", 0m, "USD", 0m, 0m, 0m, at),
        desk.Risk.OrderFilled);
}
