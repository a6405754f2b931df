using FsCheck;
using FsCheck.Fluent;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session.Pacing;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

public sealed class PacingTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property No_second_holds_more_messages_than_are_allowed_however_they_arrive() => Prop.ForAll(
        Gen.Choose(0, 60).ArrayOf(400).ToArbitrary(),
        pauses =>
        {
            var clock = new VirtualClock(Start);
            var pacer = new MessagePacer(45, clock);
            var sent = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                if (pacer.TryTake(urgent: false) == TimeSpan.Zero) sent.Add(clock.GetUtcNow());
            }
            // Each is underway for up to a quarter of a second, which is what the window leaves.
            return sent.All(at => sent.Count(other => other > at - MessagePacer.Window && other <= at) <= 45)
                && sent.Count >= Math.Min(pauses.Length, 40);
        });

    [Test]
    public void Cancels_go_when_other_messages_have_to_wait()
    {
        var pacer = new MessagePacer(45, new VirtualClock(Start));
        var ordinary = Enumerable.Range(0, 100).Count(_ => pacer.TryTake(urgent: false) == TimeSpan.Zero);
        var urgent = Enumerable.Range(0, 100).Count(_ => pacer.TryTake(urgent: true) == TimeSpan.Zero);
        Assert.That((ordinary, urgent), Is.EqualTo((45 - MessagePacer.KeptForUrgent, MessagePacer.KeptForUrgent)));
    }

    [Test]
    public void Wait_that_was_named_is_long_enough()
    {
        var clock = new VirtualClock(Start);
        var pacer = new MessagePacer(45, clock);
        while (pacer.TryTake(urgent: false) == TimeSpan.Zero) clock.Advance(TimeSpan.Zero);
        clock.Advance(pacer.TryTake(urgent: false));
        Assert.That(pacer.TryTake(urgent: false), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Identical_history_waits_fifteen_seconds()
    {
        var clock = new VirtualClock(Start);
        var pacer = new HistoricalPacer(clock);
        Assert.That(pacer.TryTake("KO", "KO 5 secs", 1), Is.EqualTo(TimeSpan.Zero));
        Assert.That(pacer.TryTake("KO", "KO 5 secs", 1), Is.EqualTo(TimeSpan.FromSeconds(15) + HistoricalPacer.Way));
        clock.Advance(TimeSpan.FromSeconds(15) + HistoricalPacer.Way);
        Assert.That(pacer.TryTake("KO", "KO 5 secs", 1), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Sixth_request_for_one_contract_waits_two_seconds()
    {
        var pacer = new HistoricalPacer(new VirtualClock(Start));
        for (var i = 0; i < 5; i++) Assert.That(pacer.TryTake("KO", $"KO {i}", 1), Is.EqualTo(TimeSpan.Zero));
        Assert.That(pacer.TryTake("KO", "KO 6", 1), Is.EqualTo(TimeSpan.FromSeconds(2) + HistoricalPacer.Way));
        Assert.That(pacer.TryTake("PEP", "PEP 1", 1), Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase(1, 60)]
    [TestCase(2, 30)]
    public void Ten_minutes_hold_sixty_requests_and_half_as_many_of_bid_and_ask(int weight, int most)
    {
        var clock = new VirtualClock(Start);
        var pacer = new HistoricalPacer(clock);
        var taken = 0;
        while (pacer.TryTake($"c{taken}", $"r{taken}", weight) == TimeSpan.Zero) taken++;
        Assert.That(taken, Is.EqualTo(most));
        clock.Advance(TimeSpan.FromMinutes(10) + HistoricalPacer.Way);
        Assert.That(pacer.TryTake("later", "later", weight), Is.EqualTo(TimeSpan.Zero));
    }
}
