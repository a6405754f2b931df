using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Accruals;
using Superintel.Risk.Tests.Portfolio;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PortfolioContract(StoreKind kind) : StoreContract(kind)
{
    [Test]
    public async Task Fill_is_appended_once_per_venue_account_and_execution()
    {
        var fill = Fills.Make(1, "AAA.XNYS", -12.5m, 99.01m, commission: 0.35m);
        var other = fill with { Key = fill.Key with { Account = "OTHER" } };
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Fills.TryAppend(fill, default)), Is.True);
            Assert.That(await With(s => s.Fills.TryAppend(fill with { Price = new Price(1m, Currency.Usd) }, default)), Is.False);
            Assert.That(await With(s => s.Fills.TryAppend(other, default)), Is.True);
            Assert.That(await With(s => All(s)), Is.EqualTo(new[] { fill, other }), "in order of arrival, to the last digit");
        });
    }

    [Test]
    public async Task Corrections_and_costs_are_kept_beside_their_execution_and_found_by_it_and_by_its_position()
    {
        var fill = Fills.Make(1, "AAA.XNYS", -12.5m, 99.01m);
        Fill[] told =
        [
            fill,
            fill with { Quantity = Quantity.Zero, Commission = new Money(0.35m, Currency.Usd), IsCommission = true },
            fill with { Quantity = new Quantity(10m), Withheld = 0.5m, Revision = 2 },
        ];
        var other = Fills.Make(2, "BBB.XNYS", 1m, 5m);
        Assert.Multiple(async () =>
        {
            foreach (var one in told.Append(other)) Assert.That(await With(s => s.Fills.TryAppend(one, default)), Is.True);
            foreach (var one in told) Assert.That(await With(s => s.Fills.TryAppend(one, default)), Is.False);
            Assert.That(await With(s => s.Fills.Of(fill.Key, default)), Is.EqualTo(told));
            Assert.That(await With(s => s.Fills.Of(new PositionKey(fill.PairId, fill.Instrument), default)), Is.EqualTo(told));
            Assert.That(await With(s => s.Fills.Of(fill.Key with { Account = "OTHER" }, default)), Is.Empty);
        });
    }

    [Test]
    public async Task Position_is_found_as_it_was_saved()
    {
        var position = Some("AAA.XNYS", 100m, 1234.000000000001m) with { ChargedUntil = Desk.Start.AddDays(2) };
        await With(async s => await s.Positions.Save(position with { Quantity = 1m }, default));
        await With(async s => await s.Positions.Save(position, default));
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Positions.Find(position.Key, default)), Is.EqualTo(position));
            Assert.That(await With(s => s.Positions.Find(position.Key with { PairId = Desk.OtherPair }, default)), Is.Null);
        });
    }

    [Test]
    public async Task Open_positions_are_those_that_are_not_flat_in_order()
    {
        await With(async s => await s.Positions.Save(Some("BBB.XNYS", -5m, -50m), default));
        await With(async s => await s.Positions.Save(Some("AAA.XNYS", 5m, 50m), default));
        await With(async s => await s.Positions.Save(Some("CCC.XNYS", 0m, 0m), default));
        var open = await With(s => s.Positions.Open(default));
        Assert.That(open.Select(p => p.Key.Instrument.Symbol), Is.EqualTo(new[] { "AAA", "BBB" }));
    }

    [Test]
    public async Task Cash_is_kept_per_currency()
    {
        var usd = new CashAccount(Currency.Usd, 999.123456789m, 5m, 1m) { Borrow = 0.25m, Funding = -3m };
        var chf = new CashAccount(Currency.Chf, -20m, 0m, 0m);
        await With(async s => await s.Cash.Save([usd with { Balance = 0m }], default));
        await With(async s => await s.Cash.Save([usd, chf], default));
        Assert.That(await With(s => s.Cash.All(default)), Is.EqualTo(new[] { chf, usd }));
    }

    [Test]
    public async Task Cash_before_the_first_fill_is_empty() => Assert.That(await With(s => s.Cash.All(default)), Is.Empty);

    [Test]
    public async Task Mark_is_the_one_saved_last()
    {
        Assert.That(await With(s => s.Marks.Last(default)), Is.Null);
        var value = new PortfolioValue(Currency.Usd, 900m, 300m, 100m, 5m, -3m, 2m, 2) { Borrow = 1.5m, Funding = -0.5m };
        var mark = new PortfolioMark("sample", "1d", Desk.Start, value, 1100m, 1050m, 1075m, 1020m);
        await With(async s => await s.Marks.Save(mark with { Peak = 1m }, default));
        await With(async s => await s.Marks.Save(mark, default));
        Assert.That(await With(s => s.Marks.Last(default)), Is.EqualTo(mark));
    }

    [Test]
    public async Task Accrual_is_appended_once_per_position_kind_and_cause()
    {
        var position = Some("AAA.XNYS", -100m, -1234m);
        var borrow = Accrual.For(
            position, AccrualKind.Borrow, 100m, 12.5m, 0.0375m, Desk.Start, Desk.Start.AddHours(7), "bar-closed/sample/1d/x");
        var funding = borrow with { Kind = AccrualKind.Funding, Units = -100m };
        var later = borrow with { Cause = "bar-closed/sample/1d/y" };
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Accruals.TryAppend(borrow, default)), Is.True);
            Assert.That(await With(s => s.Accruals.TryAppend(borrow with { Units = 1m }, default)), Is.False);
            Assert.That(await With(s => s.Accruals.TryAppend(funding, default)), Is.True);
            Assert.That(await With(s => s.Accruals.TryAppend(later, default)), Is.True);
            Assert.That(await With(s => Charged(s)), Is.EqualTo(new[] { borrow, funding, later }), "in order, to the last digit");
        });
    }

    private static async ValueTask<Accrual[]> Charged(Stores stores)
    {
        var all = new List<Accrual>();
        await foreach (var accrual in stores.Accruals.All(default)) all.Add(accrual);
        return [.. all];
    }

    private static async ValueTask<Fill[]> All(Stores stores)
    {
        var all = new List<Fill>();
        await foreach (var fill in stores.Fills.All(default)) all.Add(fill);
        return [.. all];
    }

    private static Position Some(string instrument, decimal quantity, decimal cost) => new(
        new PositionKey(Desk.Pair, InstrumentId.Parse(instrument)), Currency.Usd, quantity, cost, 7.5m, Desk.Start);
}
