using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class ReplayStateContract(bool postgres) : StoreContract(postgres)
{
    private static readonly DateTimeOffset Wall = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private async Task<ReplayProgress> SaveAndLoad(ReplayProgress progress)
    {
        await Store.Replay.Save("sample", progress, CancellationToken.None);
        return await Store.Replay.Load("sample", CancellationToken.None);
    }

    [Test]
    public async Task Unknown_feed_is_at_the_start() =>
        Assert.That(await Store.Replay.Load("sample", CancellationToken.None), Is.SameAs(ReplayProgress.Start));

    [Test]
    public async Task Choices_before_the_first_slice_are_kept()
    {
        var loaded = await SaveAndLoad(ReplayProgress.Start with { Paused = true, SlicesPerSecond = 2.5 });
        Assert.That((loaded.Paused, loaded.SlicesPerSecond, loaded.Position), Is.EqualTo((true, (double?)2.5, (SlicePosition?)null)));
    }

    [Test]
    public async Task Position_and_barrier_are_kept()
    {
        var slice = new SlicePosition(Some.Day(3), BarInterval.Day);
        var progress = ReplayProgress.Start.After(slice, Wall);
        progress = progress with
        {
            Barrier = progress.Barrier.Executed(Decided.Executed(slice.ClosedAt)).Scored(Decided.Scored(slice.ClosedAt, "b", "a"), Wall)
                .Reached(
                "b", DecisionStage.AwaitsPerson, Wall.AddSeconds(1)),
        };
        var loaded = await SaveAndLoad(progress);
        Assert.Multiple(() =>
        {
            Assert.That(
                (loaded.Position, loaded.Published, loaded.PublishedAt), Is.EqualTo(((SlicePosition?)slice, 1L, (DateTimeOffset?)Wall)));
            Assert.That(loaded.Barrier.Decisions, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(
                loaded.Barrier.WaitingAt(Wall, new ReplayOptions()), Is.EqualTo(progress.Barrier.WaitingAt(Wall, new ReplayOptions())));
        });
    }

    [Test]
    public async Task Slice_that_is_not_scored_is_still_not_scored_after_a_restart() =>
        Assert.That((await SaveAndLoad(ReplayProgress.Start.After(new SlicePosition(Some.Day(3), BarInterval.Day), Wall)))
            .Barrier.Decisions, Is.Null);
}
