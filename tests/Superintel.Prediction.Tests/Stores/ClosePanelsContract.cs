using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Memory;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Service.Adapters.Panel;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class ClosePanelsContract : StoreContract<IClosePanels>
{
    private static readonly InstrumentId A = InstrumentId.Parse("A.TEST");
    private static readonly InstrumentId C = InstrumentId.Parse("C.TEST");
    private static readonly InstrumentId B = InstrumentId.Parse("B.TEST");

    [Test]
    public async Task Panel_that_was_never_saved_is_empty()
    {
        var panel = await With(store => store.Current("nothing", BarInterval.Day, default));

        Assert.That((panel.Count, panel.LastAt), Is.EqualTo((0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Panel_saved_slice_by_slice_reads_back_as_it_was_exactly()
    {
        await Save("exact", 3, day => 100.123456789m + day);

        var window = (await With(store => store.Current("exact", BarInterval.Day, default))).Window(PairId.Of(A, B), 3, 0)!;

        Assert.That(Enumerable.Range(0, 3).Select(window.At), Is.EqualTo(Enumerable.Range(0, 3).Select(At)));
        Assert.That(Enumerable.Range(0, 3).Select(window.PriceA), Is.EqualTo(new[] { 100.123456789m, 101.123456789m, 102.123456789m }));
        Assert.That(window.LogB[2], Is.EqualTo(Math.Log((double)204.246913578m)));
    }

    [Test]
    public async Task Panel_longer_than_its_capacity_keeps_the_newest_slices()
    {
        await Save("long", 60, day => 100m + day);

        var panel = await With(store => store.Current("long", BarInterval.Day, default));

        Assert.That((panel.Count, panel.LastAt), Is.EqualTo((50, (DateTimeOffset?)At(59))));
    }

    [Test]
    public async Task Panels_of_other_feeds_and_intervals_are_apart()
    {
        await Save("apart", 2, day => 100m + day);

        Assert.That((await With(store => store.Current("apart", BarInterval.Hour, default))).Count, Is.Zero);
        Assert.That((await With(store => store.Current("other", BarInterval.Day, default))).Count, Is.Zero);
    }

    [Test]
    public async Task Slice_saved_again_changes_nothing()
    {
        await Save("again", 2, day => 100m + day);
        var panel = await With(store => store.Current("again", BarInterval.Day, default));

        await With(store => store.Save(panel, Slice("again", 1, 101m), default));

        Assert.That((await With(store => store.Current("again", BarInterval.Day, default))).Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Slice_that_was_missing_is_read_back_in_its_place()
    {
        await Save("late", 2, day => 100m + day);
        await With(async store =>
        {
            var panel = await store.Current("late", BarInterval.Day, default);
            var (missing, part) = (Slice("late", -1, 99m), new PanelSlice("late", BarInterval.Day, At(1), [new(A, 7m), new(C, 8m)]));
            await store.Save(panel.Fill(missing), missing, default);
            await store.Save(panel.Fill(missing).Fill(part), part, default);
        });

        var read = await With(store => store.Current("late", BarInterval.Day, default));
        var window = read.Latest(PairId.Of(A, B), 9);
        Assert.That(Enumerable.Range(0, window.Count).Select(window.PriceA), Is.EqualTo(new[] { 99m, 100m, 101m }));
        Assert.That(read.Latest(PairId.Of(A, C), 9).PriceB(0), Is.EqualTo(8m));
    }

    private static DateTimeOffset At(int day) => new DateTimeOffset(1999, 12, 20, 21, 0, 0, TimeSpan.Zero).AddDays(day);

    private static PanelSlice Slice(string feed, int day, decimal close) =>
        new(feed, BarInterval.Day, At(day), [new(A, close), new(B, 2 * close)]);

    private async Task Save(string feed, int days, Func<int, decimal> close)
    {
        for (var day = 0; day < days; day++)
        {
            var slice = Slice(feed, day, close(day));
            await With(async store =>
            {
                var panel = await store.Current(feed, BarInterval.Day, default);
                await store.Save(panel.Append(slice), slice, default);
            });
        }
    }

    internal sealed class OfMemory : ClosePanelsContract
    {
        protected override Task<IOpens<IClosePanels>> Create() => Task.FromResult<IOpens<IClosePanels>>(
            new InMemory<IClosePanels>(new MemoryClosePanels(new PanelOptions { Bars = 50 })));
    }

    internal sealed class OfPostgres : ClosePanelsContract
    {
        protected override Task<IOpens<IClosePanels>> Create() =>
            InPostgres<IClosePanels>.Create((database, session) => new PostgresClosePanels(session, database.Series, database.Panel));
    }

    internal sealed class OfCachedPostgres : ClosePanelsContract
    {
        protected override Task<IOpens<IClosePanels>> Create() => InPostgres<IClosePanels>.Create((database, session) =>
            new CachedClosePanels(new PostgresClosePanels(session, database.Series, database.Panel), database.Cache));
    }
}
