using Superintel.Kernel;
using Superintel.Prediction.Service.Adapters.Signals;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Memory;
using Superintel.Prediction.Signals.Ports;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class StancesContract : StoreContract<IStances>
{
    private static readonly DateTimeOffset At = new(2000, 1, 3, 21, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Stances_that_were_never_saved_are_none() => Assert.That((await Load("nothing")).Stances, Is.Empty);

    [Test]
    public async Task Stance_reads_back_as_it_was_through_its_whole_life()
    {
        var stance = Idle("life").Open(StanceSide.Short, PlantedPair.Formation, new DecisionId("d1"), At);
        foreach (var next in new[] { stance, stance.Hold(), stance.Hold().Hold(), stance.Close(2, At), stance.Close(2, At).Wait() })
        {
            await Save("life", next);
            Assert.That((await Load("life")).Stances.Values, Is.EqualTo(new[] { next }));
        }
    }

    [Test]
    public async Task Stance_that_became_idle_is_forgotten()
    {
        await Save("idle", Idle("idle").Open(StanceSide.Long, PlantedPair.Formation, new DecisionId("d1"), At));
        await Save("idle", Idle("idle"));

        Assert.That((await Load("idle")).Stances, Is.Empty);
    }

    [Test]
    public async Task Stances_of_other_feeds_are_apart_and_come_in_order_of_pair()
    {
        PairId[] pairs = [PairId.Parse("X.TEST~Y.TEST"), PairId.Parse("A.TEST~Z.TEST"), PairId.Parse("A.TEST~B.TEST")];
        var idle = pairs.Select(pair => Idle("order") with { Pair = pair });
        await Save("order", [.. idle.Select(one => one.Open(StanceSide.Long, PlantedPair.Formation, new DecisionId("d"), At))]);

        Assert.That((await Load("order")).Held.Select(stance => stance.Pair), Is.EqualTo(pairs.Order()));
        Assert.That((await Load("other")).Stances, Is.Empty);
    }

    private static Stance Idle(string feed) => Stance.Idle(feed, BarInterval.Day, PlantedPair.Id, At);

    private Task<StanceBook> Load(string feed) => With(store => store.Load(feed, BarInterval.Day, default));

    private Task Save(string feed, params Stance[] stances) => With(store => store.Save(feed, BarInterval.Day, stances, default));

    internal sealed class OfMemory : StancesContract
    {
        protected override Task<IOpens<IStances>> Create() =>
            Task.FromResult<IOpens<IStances>>(new InMemory<IStances>(new MemoryStances()));
    }

    internal sealed class OfPostgres : StancesContract
    {
        protected override Task<IOpens<IStances>> Create() => InPostgres<IStances>.Create((_, session) => new PostgresStances(session));
    }

    internal sealed class OfCachedPostgres : StancesContract
    {
        protected override Task<IOpens<IStances>> Create() =>
            InPostgres<IStances>.Create((database, session) => new CachedStances(new PostgresStances(session), database.Cache));
    }
}
