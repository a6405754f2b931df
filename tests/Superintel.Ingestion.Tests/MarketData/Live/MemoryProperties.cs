using FsCheck;
using FsCheck.Fluent;

namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>Whatever is lost on the way, and however late it is found, what Prediction and Risk know in the end is what they would know
/// without: their histories hold every bar of the venue, each in its place.</summary>
public sealed class MemoryProperties
{
    private const int Minutes = 40;
    private static readonly string[] Accidents =
        ["none", "none", "none", "lost", "late", "twice", "early", "reconnect", "away", "back", "restart", "stall",
        "future", "repeated", "revised"];

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property Any_loss_ends_in_the_same_memory_as_none() => Prop.ForAll(
        Gen.Elements(Accidents).ListOf(Minutes * LossyVenue.Instruments.Count).ToArbitrary(), plan => Agrees([.. plan]));

    [Test]
    public void Every_accident_alone_ends_in_the_same_memory_as_none([ValueSource(nameof(Accidents))] string accident) => Assert.That(
        Agrees([.. Enumerable.Range(0, Minutes * LossyVenue.Instruments.Count).Select(i => i % 7 == 3 ? accident : "none")]));

    [Test]
    public void Hole_that_is_filled_when_later_slices_are_out_is_learned()
    {
        // The venue cannot answer for ten minutes of AAA, whose messages are lost; BBB and CCC go on.
        var plan = Enumerable.Range(0, Minutes).SelectMany(minute => new[]
        {
            minute is >= 10 and < 20 ? "lost" : "none", minute == 10 ? "away" : minute == 30 ? "back" : "none", "none",
        });
        Assert.That(Agrees([.. plan]));
    }

    private static bool Agrees(IReadOnlyList<string> plan)
    {
        var (venue, at) = (new LossyVenue(), 0);
        for (var minute = 1; minute <= Minutes; minute++)
            foreach (var instrument in LossyVenue.Instruments) venue.Minute(minute, instrument, plan[at++]);
        var last = venue.Settle(Minutes);
        var truth = LossyVenue.Truth(last);
        var listeners = new Listeners();
        listeners.Hear(venue.Events);
        return listeners.Panel().SequenceEqual(Listeners.Panel(truth)) && listeners.Closes().SequenceEqual(Listeners.Closes(truth));
    }
}
