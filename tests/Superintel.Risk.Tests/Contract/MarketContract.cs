using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Market.RecordCloses;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MarketContract(StoreKind kind) : StoreContract(kind)
{
    private static readonly DateTimeOffset day = new(2000, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly InstrumentId a = InstrumentId.Parse("AAA.XNYS");
    private static readonly InstrumentId b = InstrumentId.Parse("BBB.XNYS");

    [Test]
    public async Task Instruments_are_found_by_id_in_order_and_replaced_when_listed_again()
    {
        await With(async s => await s.Instruments.Save(Stock(b), default));
        await With(async s => await s.Instruments.Save(Stock(a), default));
        await With(async s => await s.Instruments.Save(Stock(a) with { LotSize = 0.001m, Tradable = false }, default));
        var found = await With(s => s.Instruments.Find([b, a, InstrumentId.Parse("ZZZ.XNYS")], default));
        Assert.That(found, Is.EqualTo(new[] { Stock(a) with { LotSize = 0.001m, Tradable = false }, Stock(b) }));
    }

    [Test]
    public async Task Fx_pairs_are_told_apart_from_stocks()
    {
        var rate = new Instrument(InstrumentId.Parse("USDCHF.IDEAL"), AssetClass.Fx, Currency.Chf, 1m, true, "");
        await With(async s => await s.Instruments.Save(Stock(a), default));
        await With(async s => await s.Instruments.Save(rate, default));
        Assert.That(await With(s => s.Instruments.Fx(default)), Is.EqualTo(new[] { rate }));
    }

    [Test]
    public async Task Bars_of_the_past_are_remembered_like_those_of_a_slice()
    {
        var past = new BarsBackfilled("feed", "1d", day.AddDays(1), [new ClosedBar(a.ToString(), 9m, 10m, 9m, 10m, 1m, false)]);
        await With(async s => await new RecordCloses(s.Closes).Handle(past, default));
        var daily = await With(s => s.Closes.Daily([a], 5, default));
        Assert.That(daily.Single().Closes.Select(close => close.Close), Is.EqualTo(new[] { 10m }));
    }

    [Test]
    public async Task Last_close_is_the_newest_whatever_the_order_of_arrival()
    {
        await With(async s => await s.Closes.Record([Close(a, 1, 10m), Close(b, 1, 20m)], default));
        await With(async s => await s.Closes.Record([Close(a, 3, 12.345678m)], default));
        await With(async s => await s.Closes.Record([Close(a, 2, 11m)], default));
        var last = await With(s => s.Closes.Last([b, a], default));
        Assert.That(last, Is.EqualTo(new[] { Close(a, 3, 12.345678m), Close(b, 1, 20m) }));
    }

    [Test]
    public async Task Executed_slice_is_kept_beside_the_close_and_never_goes_back()
    {
        await With(async s => await s.Closes.Record([Close(a, 1, 10m), Close(b, 1, 20m)], default));
        await With(async s => await s.Closes.Executed([a], day.AddDays(1), default));
        await With(async s => await s.Closes.Executed([a], day, default));
        await With(async s => await s.Closes.Record([Close(a, 2, 11m)], default));
        var last = await With(s => s.Closes.Last([a, b], default));
        Assert.That(last.Select(close => close.ExecutedAt), Is.EqualTo(new DateTimeOffset?[] { day.AddDays(1), null }));
    }

    [Test]
    public async Task Daily_close_is_the_last_of_each_day_and_late_bars_fill_their_day()
    {
        await With(async s => await s.Closes.Record([Close(a, 1, 10m)], default));
        await With(async s => await s.Closes.Record([Close(a, 3, 13m)], default));
        await With(async s => await s.Closes.Record([Close(a, 3, 12m) with { At = day.AddDays(3).AddHours(-1) }], default));
        await With(async s => await s.Closes.Record([Close(a, 2, 11m)], default));
        var daily = await With(s => s.Closes.Daily([a, b], 10, default));
        Assert.Multiple(() =>
        {
            Assert.That(daily.Select(series => series.Instrument), Is.EqualTo(new[] { a, b }));
            Assert.That(daily[0].Closes.Select(close => close.Close), Is.EqualTo(new[] { 10m, 11m, 13m }));
            Assert.That(daily[0].Closes[0].Day, Is.EqualTo(new DateOnly(2000, 3, 1)), "a bar that ends at midnight is the day before's");
            Assert.That(daily[1].Closes, Is.Empty);
        });
    }

    [Test]
    public async Task Only_the_last_days_are_read()
    {
        for (var i = 1; i <= 5; i++)
        {
            var close = Close(a, i, i);
            await With(async s => await s.Closes.Record([close], default));
        }
        var daily = await With(s => s.Closes.Daily([a], 2, default));
        Assert.That(daily[0].Closes.Select(close => close.Close), Is.EqualTo(new[] { 4m, 5m }));
    }

    private static Instrument Stock(InstrumentId id) => new(id, AssetClass.Equity, Currency.Usd, 1m, true, "Energy");

    private static LastClose Close(InstrumentId id, int days, decimal price) => new(id, price, day.AddDays(days), BarInterval.Day);
}
