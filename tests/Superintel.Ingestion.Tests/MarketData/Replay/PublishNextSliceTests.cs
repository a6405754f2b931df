using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Replay;

public sealed class PublishNextSliceTests
{
    private static readonly ReplayOptions Quick = new() { WarmUpSlices = 0, SlicesPerSecond = 2, MachineHold = TimeSpan.FromSeconds(5) };

    private static ReplayInMemory Replay(ReplayOptions? options = null) =>
        new(TextFiles.OfTwo("1991-01-01,1,2", "1991-01-02,1,2", "1991-01-03,1,2"), options ?? Quick);

    [Test]
    public async Task Slice_goes_out_with_its_position_and_its_event()
    {
        var replay = Replay();
        var step = await replay.Step();
        var progress = await replay.Progress();
        Assert.Multiple(() =>
        {
            Assert.That(step.Closed!.Event, Is.SameAs(replay.Events.Of<BarClosed>().Single()));
            Assert.That(step.Closed.Event.Replayed);
            Assert.That((progress.Position!.Value.ClosedAt, progress.Published), Is.EqualTo((Some.Day(1), 1L)));
        });
    }

    [Test]
    public async Task Next_slice_is_held_until_the_last_one_is_scored()
    {
        var replay = Replay();
        await replay.Step();
        replay.Wall.Advance(TimeSpan.FromSeconds(1));
        var held = await replay.Step();
        await replay.Score();
        var released = await replay.Step();
        Assert.Multiple(() =>
        {
            Assert.That((held.State, string.Join(',', held.Waiting.Select(w => w.Stage))),
                Is.EqualTo((ReplayState.Holding, "scoring,execution")));
            Assert.That(released.Closed!.Event.OccurredAt, Is.EqualTo(Some.Day(2)));
        });
    }

    [Test]
    public async Task Slice_that_is_never_scored_is_given_up_after_the_hold_and_that_is_said()
    {
        var replay = Replay();
        await replay.Step();
        replay.Wall.Advance(TimeSpan.FromSeconds(5));
        Assert.That((await replay.Step()).GivenUp.Select(w => w.Stage), Is.EqualTo(new[] { "scoring", "execution" }));
    }

    [Test]
    public async Task Slices_keep_their_pace()
    {
        var replay = Replay();
        await replay.Step();
        await replay.Score();
        var early = await replay.Step();
        replay.Wall.Advance(TimeSpan.FromSeconds(0.5));
        var due = await replay.Step();
        Assert.That((early.Closed is null, early.NextAt - replay.Start, due.Closed is not null), Is.EqualTo(
            (true, TimeSpan.FromSeconds(0.5), true)));
    }

    [Test]
    public async Task Warm_up_is_not_paced_but_waits_for_scores()
    {
        var replay = Replay(Quick with { WarmUpSlices = 2 });
        await replay.Step();
        var held = await replay.Step();
        await replay.Score();
        var second = await replay.Step();
        await replay.Score();
        var paced = await replay.Step();
        Assert.That((held.State, second.Closed is not null, paced.Closed is null), Is.EqualTo((ReplayState.Holding, true, true)));
    }

    [Test]
    public async Task Paused_replay_publishes_nothing_and_goes_on_when_resumed()
    {
        var replay = Replay();
        await replay.Control.Handle(null, paused: true, CancellationToken.None);
        var paused = await replay.Step();
        await replay.Control.Handle(null, paused: false, CancellationToken.None);
        Assert.That((paused.State, (await replay.Step()).Closed is not null), Is.EqualTo((ReplayState.Paused, true)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(10_001)]
    public async Task Pace_out_of_range_is_refused(double pace)
    {
        var replay = Replay();
        Assert.That(await replay.Control.Handle(pace, null, CancellationToken.None), Is.False);
        Assert.That((await replay.Progress()).SlicesPerSecond, Is.Null);
    }

    [Test]
    public async Task Replay_whose_slices_are_all_out_is_finished()
    {
        var replay = Replay(Quick with { MachineHold = TimeSpan.Zero, WarmUpSlices = 10 });
        for (var i = 0; i < 3; i++) await replay.Step();
        Assert.That((await replay.Step()).State, Is.EqualTo(ReplayState.Finished));
        Assert.That(replay.Events.Of<BarClosed>(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Decision_that_waits_for_a_person_holds_until_the_answer()
    {
        var replay = Replay(Quick with { WarmUpSlices = 10 });
        await replay.Step();
        await replay.Score("d");
        await replay.Follow.Handle(Decided.Created("d", tier: "senior"), CancellationToken.None);
        replay.Wall.Advance(TimeSpan.FromSeconds(29));
        var held = await replay.Step();
        await replay.Follow.Handle(Decided.Declined("d"), CancellationToken.None);
        Assert.That((held.Waiting.Single().Stage, (await replay.Step()).Closed is not null), Is.EqualTo(("person", true)));
    }
}
