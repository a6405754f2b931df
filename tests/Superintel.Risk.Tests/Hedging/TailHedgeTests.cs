using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Hedging;
using Superintel.Risk.Measures;
using Superintel.Risk.Stress;
using Superintel.Risk.Tests.Stress;

namespace Superintel.Risk.Tests.Hedging;

public sealed class TailHedgeTests
{
    [Test]
    public void Put_has_the_published_value() =>
        // Without interest: 100 N(d) less 100 N(-d), d = 0.1; the table of the normal distribution has N(0.1) = 0.539828.
        Assert.That(BlackScholes.Put(100, 100, 0.2, 1), Is.EqualTo(100 * ((2 * 0.5398278) - 1)).Within(1e-4));

    [Test]
    public void Put_and_call_differ_by_price_less_strike([Values(80.0, 95.0, 100.0, 130.0)] double price)
    {
        // A call is a put with price and strike exchanged, when there is no interest.
        var (put, call) = (BlackScholes.Put(price, 100, 0.3, 0.5), BlackScholes.Put(100, price, 0.3, 0.5));
        Assert.That(call - put, Is.EqualTo(price - 100).Within(1e-9));
    }

    [Test]
    public void Expired_put_is_worth_what_it_pays() =>
        Assert.That((BlackScholes.Put(90, 100, 0.2, 0), BlackScholes.Put(110, 100, 0.2, 0)), Is.EqualTo((10.0, 0.0)));

    [Test]
    public void Market_that_moves_like_the_book_is_sold_against_it_nearly_in_full()
    {
        var advice = Advise(TwinOf(200_000m, tradable: true)).Advice.Single();
        Assert.Multiple(() =>
        {
            Assert.That((advice.Kind, advice.Instrument.Symbol), Is.EqualTo((HedgeKind.Inverse, "S01")));
            Assert.That((double)advice.Value, Is.EqualTo(-200_000).Within(1).Percent, "the same days: what is held");
            Assert.That(advice.CvarAfter, Is.LessThan(advice.CvarBefore / 50));
            Assert.That((double)advice.TotalCost, Is.EqualTo(200).Within(1).Percent, "five hundredths of a per cent, in and out");
        });
    }

    [Test]
    public void Short_book_is_hedged_by_buying() =>
        Assert.That(Advise(TwinOf(-200_000m, tradable: true)).Advice.Single().Value, Is.GreaterThan(190_000m));

    [Test]
    public void What_is_only_observed_is_hedged_with_puts()
    {
        var advice = Advise(TwinOf(200_000m, tradable: false)).Advice.Single();
        var premium = (decimal)BlackScholes.Put(1, 0.95, 0.2, 30 / 252.0);
        Assert.Multiple(() =>
        {
            Assert.That((advice.Kind, advice.Strike), Is.EqualTo((HedgeKind.Put, (double?)0.95)));
            Assert.That(advice.CvarAfter, Is.LessThan(advice.CvarBefore));
            Assert.That(advice.TotalCost, Is.EqualTo(premium * advice.Value).Within(0.01m));
            Assert.That(advice.ReliefPerCost, Is.GreaterThan(1));
        });
    }

    [Test]
    public void Put_that_costs_more_than_it_relieves_is_not_advised() =>
        Assert.That(Advise(TwinOf(200_000m, tradable: false), new HedgeTerms(Volatility: 3, Days: 2)).Advice, Is.Empty);

    [Test]
    public void Size_is_where_the_next_unit_takes_off_what_it_costs()
    {
        var (book, terms) = (TwinOf(200_000m, tradable: true), new HedgeTerms(Cost: 0.02, Days: 5));
        var best = (double)(Advise(book, terms).Advice.Single().Value / book.NetAssetValue);
        double Burden(double share)
        {
            var results = book.Returns!.Portfolio([0.2, share]);
            return TailRisk.HistoricalCvar(results, 0.95) + (Math.Abs(share) * 2 * terms.Cost / terms.Days);
        }

        Assert.That(new[] { best * 0.98, best * 1.02 }.Select(Burden), Is.All.GreaterThanOrEqualTo(Burden(best)));
    }

    [Test]
    public void Book_of_nothing_needs_no_hedge() => Assert.That(Advise(TwinOf(0m, tradable: true)).Advice, Is.Empty);

    [Test]
    public void Terms_out_of_range_are_a_problem() => Assert.That(
        new[] { new HedgeTerms(Volatility: 0), new HedgeTerms(Strike: 2), new HedgeTerms(Days: 1), new HedgeTerms(Cost: -1) }
            .Select(terms => terms.Problem()),
        Has.None.Null);

    /// <summary>One instrument held, and another that moves with it but for a thousandth.</summary>
    private static HeldBook TwinOf(decimal value, bool tradable)
    {
        var book = Books.Of(0.03, value, 0m);
        var held = book.Returns!.Returns(0).ToArray();
        double[] twin = [.. held.Select((day, i) => day + (0.00001 * (i % 3)))];
        var instrument = book.Holdings[1].Instrument;
        ImmutableArray<Holding> holdings =
            [book.Holdings[0], new Holding(instrument with { Tradable = tradable }, 0m, 0m)];
        return book with { Holdings = holdings, Returns = new ReturnPanel(book.Returns.Names, [held, twin]) };
    }

    private static HedgeReport Advise(HeldBook book, HedgeTerms? terms = null) =>
        TailHedge.Advise(book, [InstrumentId.Parse("S01.XNYS")], terms ?? new HedgeTerms());
}
