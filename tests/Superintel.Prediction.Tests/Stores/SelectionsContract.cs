using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Discovery.Memory;
using Superintel.Prediction.Discovery.Ports;
using Superintel.Prediction.Service.Adapters.Discovery;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class SelectionsContract : StoreContract<ISelections>
{
    private static readonly DiscoveryFunnel Funnel = new(30, 435, 435, 60, 5, 4, 3, 1);

    [Test]
    public async Task Selection_that_was_never_saved_is_null() =>
        Assert.That(await With(store => store.Latest("nothing", BarInterval.Day, default)), Is.Null);

    [Test]
    public async Task Selection_reads_back_with_the_same_bits()
    {
        var saved = At("bits", 1, PlantedPair.Formation with { HedgeRatio = 0.1 + 0.2, PValue = 1e-300, Intercept = -1.0 / 3 });

        await With(store => store.Save(saved, default));
        var read = await With(store => store.Latest("bits", BarInterval.Day, default));

        Assert.That(read!.Pairs, Is.EqualTo(saved.Pairs));
        Assert.That((read.Funnel, read.SelectedAt), Is.EqualTo((saved.Funnel, saved.SelectedAt)));
    }

    [Test]
    public async Task Newest_selection_wins_even_when_an_older_one_is_saved_after_it()
    {
        await With(store => store.Save(At("order", 2, PlantedPair.Formation), default));
        await With(store => store.Save(At("order", 1), default));

        Assert.That((await With(store => store.Latest("order", BarInterval.Day, default)))!.SelectedAt, Is.EqualTo(Day(2)));
    }

    [Test]
    public async Task Newest_of_all_gives_one_selection_per_feed_and_interval_in_order()
    {
        await With(store => store.Save(At("all-b", 1), default));
        await With(store => store.Save(At("all-a", 1) with { Interval = BarInterval.Day }, default));
        await With(store => store.Save(At("all-a", 1) with { Interval = BarInterval.Hour }, default));
        await With(store => store.Save(At("all-b", 2), default));

        var all = await With(store => store.LatestOfAll(default));

        var mine = all.Where(one => one.Feed.StartsWith("all-", StringComparison.Ordinal));
        Assert.That(
            mine.Select(one => (one.Feed, $"{one.Interval}", one.SelectedAt)),
            Is.EqualTo(new[] { ("all-a", "1h", Day(1)), ("all-a", "1d", Day(1)), ("all-b", "1d", Day(2)) }));
    }

    private static DateTimeOffset Day(int day) => new(2000, 1, day, 21, 0, 0, TimeSpan.Zero);

    private static PairSelection At(string feed, int day, params PairFormation[] pairs) =>
        new(feed, BarInterval.Day, Day(day), Funnel, [.. pairs]);

    internal sealed class OfMemory : SelectionsContract
    {
        protected override Task<IOpens<ISelections>> Create() =>
            Task.FromResult<IOpens<ISelections>>(new InMemory<ISelections>(new MemorySelections()));
    }

    internal sealed class OfPostgres : SelectionsContract
    {
        protected override Task<IOpens<ISelections>> Create() =>
            InPostgres<ISelections>.Create((_, session) => new PostgresSelections(session));
    }

    internal sealed class OfCachedPostgres : SelectionsContract
    {
        protected override Task<IOpens<ISelections>> Create() => InPostgres<ISelections>.Create((database, session) =>
            new CachedSelections(new PostgresSelections(session), database.Cache, NullLogger<CachedSelections>.Instance));
    }
}
