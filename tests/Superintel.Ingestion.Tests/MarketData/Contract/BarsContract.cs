using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class BarsContract(bool postgres) : StoreContract(postgres)
{
    private static BarQuery All(BarPosition? after = null, int limit = 100, params InstrumentId[] instruments) =>
        new(instruments, BarInterval.Day, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, after, limit);

    private async Task<string[]> Read(BarQuery query) =>
        [.. (await Store.Bars.Range(query, CancellationToken.None)).Select(b => $"{b.Instrument.Symbol}{b.ClosedAt.DayOfYear - 1}")];

    [Test]
    public async Task Bar_comes_back_as_it_was_stored()
    {
        var full = new Bar(Some.Id, BarInterval.Day, Some.Day(1), 1.10m, 123456789.123456789m, 0.00000001m, 5m, 12.5m, CloseOnly: false);
        var closeOnly = Some.Bar(2, 62.5m);
        await Store.Bars.Append([full, closeOnly], CancellationToken.None);
        Assert.That(await Store.Bars.Range(All(), CancellationToken.None), Is.EqualTo(new[] { full, closeOnly }));
    }

    [Test]
    public async Task Range_is_by_close_time_then_instrument_from_inclusive_to_exclusive()
    {
        await Store.Bars.Append([Some.Bar(2), Some.Bar(1, id: Some.OtherId), Some.Bar(1), Some.Bar(3)], CancellationToken.None);
        Assert.That(await Read(All()), Is.EqualTo(new[] { "KO1", "PG1", "KO2", "KO3" }));
        Assert.That(await Read(All() with { From = Some.Day(2), To = Some.Day(3) }), Is.EqualTo(new[] { "KO2" }));
        Assert.That(await Read(All(instruments: Some.OtherId)), Is.EqualTo(new[] { "PG1" }));
    }

    [Test]
    public async Task Range_goes_on_after_a_position()
    {
        await Store.Bars.Append([Some.Bar(1), Some.Bar(1, id: Some.OtherId), Some.Bar(2)], CancellationToken.None);
        Assert.That(await Read(All(limit: 1)), Is.EqualTo(new[] { "KO1" }));
        Assert.That(await Read(All(new BarPosition(Some.Day(1), Some.Id))), Is.EqualTo(new[] { "PG1", "KO2" }));
    }

    [Test]
    public async Task Intervals_are_apart()
    {
        await Store.Bars.Append([Some.Bar(1), Some.Bar(1, 50m, interval: BarInterval.Hour)], CancellationToken.None);
        Assert.That(
            (await Store.Bars.Range(All() with { Interval = BarInterval.Hour }, CancellationToken.None)).Single().Close, Is.EqualTo(50m));
    }

    [Test]
    public async Task Last_bars_before_a_moment_come_oldest_first()
    {
        await Store.Bars.Append([.. Enumerable.Range(1, 5).Select(d => Some.Bar(d))], CancellationToken.None);
        var last = await Store.Bars.Last(Some.Id, BarInterval.Day, Some.Day(5), 2, CancellationToken.None);
        Assert.That(last.Select(b => b.ClosedAt), Is.EqualTo(new[] { Some.Day(3), Some.Day(4) }));
    }

    [Test]
    public async Task Bars_of_many_years_can_be_stored_at_once()
    {
        Bar[] bars = [.. Enumerable.Range(0, 30).Select(year => Some.Bar(year * 365))];
        await Store.Bars.Append(bars, CancellationToken.None);
        Assert.That(await Store.Bars.Range(All(), CancellationToken.None), Is.EqualTo(bars));
    }

    [Test]
    public async Task Bar_that_is_stored_already_is_refused()
    {
        await Store.Bars.Append([Some.Bar(1)], CancellationToken.None);
        Assert.That(
            async () => await Store.Bars.Append([Some.Bar(2), Some.Bar(1, 50m)], CancellationToken.None), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Nothing_to_append_is_nothing() =>
        Assert.That(async () => await Store.Bars.Append([], CancellationToken.None), Throws.Nothing);
}
