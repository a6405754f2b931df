using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Market.RecordVolumes;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VolumesContract(StoreKind kind) : StoreContract(kind)
{
    private static readonly DateTimeOffset midnight = new(2000, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly first = new(2000, 3, 1);
    private static readonly InstrumentId a = InstrumentId.Parse("AAA.XNYS");
    private static readonly InstrumentId b = InstrumentId.Parse("BBB.XNYS");

    [Test]
    public async Task Bars_of_a_day_are_summed_whatever_their_order_and_late_ones_are_added()
    {
        await Hear("1h", 2, 20m);
        await Hear("1h", 24, 0.5m);
        await Hear("1h", 25, 7m);
        await Hear("1h", 1, 10m, late: true);
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 30.5m, 7m }), "a bar that ends at midnight is the day before's");
    }

    [Test]
    public async Task Bars_of_two_lengths_are_never_added_and_the_fuller_tells_the_day()
    {
        await Hear("1h", 1, 10m);
        foreach (var minute in new[] { 5, 10, 15 }) await Hear("5m", minute / 60.0, 4m);
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 12m }));
    }

    [Test]
    public async Task Two_feeds_tell_one_trade_and_are_not_added()
    {
        await Hear("1h", 1, 10m);
        await Hear("1h", 1, 11m, feed: "other");
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 11m }));
    }

    [Test]
    public async Task Bar_of_a_day_goes_before_its_parts_and_replaces_the_one_before()
    {
        await Hear("1h", 1, 10m);
        await Hear("1d", 24, 9m);
        await Hear("1d", 24, 8m, late: true);
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 8m }));
    }

    [Test]
    public async Task Volume_that_nobody_tells_is_no_volume_and_that_of_a_week_is_of_no_day()
    {
        await Hear("1d", 24, null);
        await Hear("7d", 48, 70m);
        await Hear("1d", 72, 0m);
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 0m }), "that nothing was traded is known of the third day only");
    }

    [Test]
    public async Task Newest_days_of_a_stretch_are_read_for_each_instrument()
    {
        for (var day = 1; day <= 6; day++) await Hear("1d", 24 * day, day);
        var read = await With(s => s.Volumes.Daily([b, a], first.AddDays(1), first.AddDays(5), 3, default));
        Assert.Multiple(() =>
        {
            Assert.That(read.Select(one => one.Instrument), Is.EqualTo(new[] { a, b }));
            Assert.That(read[0].Volumes, Is.EqualTo(new[] { 3m, 4m, 5m }));
            Assert.That((read[0].Average, read[1].Average), Is.EqualTo((4m, (decimal?)null)));
        });
        var stale = await With(s => s.Volumes.Daily([a], first.AddDays(5), first.AddDays(9), 3, default));
        Assert.That(stale[0].Volumes, Is.EqualTo(new[] { 6m }), "days before the stretch are none");
    }

    [Test]
    public async Task Bars_told_at_once_come_to_what_they_come_to_one_by_one()
    {
        BarVolume Part(decimal volume) => new(a, "feed", first, BarInterval.Hour, volume);
        await With(s => s.Volumes.Record([Part(1m), Part(2m), Part(0.12345678m)], default));
        await With(s => s.Volumes.Record([], default));
        Assert.That(await Volumes(a), Is.EqualTo(new[] { 3.12345678m }));
    }

    private Task Hear(string interval, double hours, decimal? volume, string feed = "feed", bool late = false)
    {
        ClosedBar[] bars = [new(a.ToString(), 9m, 10m, 9m, 10m, volume, false), new(b.ToString(), 9m, 10m, 9m, 10m, null, false)];
        var at = midnight.AddHours(hours);
        return With(async s =>
        {
            var record = new RecordVolumes(s.Volumes);
            if (late) await record.Handle(new BarsBackfilled(feed, interval, at, bars, true), default);
            else await record.Handle(new BarClosed(feed, interval, at, true, bars), default);
        });
    }

    private async Task<IReadOnlyList<decimal>> Volumes(InstrumentId id) =>
        (await With(s => s.Volumes.Daily([id], first, first.AddDays(30), 20, default))).Single().Volumes;
}
