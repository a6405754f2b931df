using FsCheck;
using FsCheck.Fluent;
using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>Whatever is lost on the way, what is stored in the end is what the venue has.</summary>
public sealed class LossProperties
{
    private const int Minutes = 40;
    private static readonly string[] Accidents =
        ["none", "none", "none", "lost", "late", "twice", "early", "reconnect", "away", "back", "restart", "stall",
        "future", "repeated", "revised"];

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property Any_loss_ends_in_the_same_bars_as_none() => Prop.ForAll(
        Gen.Elements(Accidents).ListOf(Minutes * LossyVenue.Instruments.Count).ToArbitrary(),
        plan => Stored([.. plan]).SequenceEqual(LossyVenue.Truth(Minutes)));

    [Test]
    public void Every_accident_alone_ends_in_the_same_bars_as_none([ValueSource(nameof(Accidents))] string accident)
    {
        var plan = Enumerable.Range(0, Minutes * LossyVenue.Instruments.Count).Select(i => i % 7 == 3 ? accident : "none").ToList();
        Assert.That(Stored(plan), Is.EqualTo(LossyVenue.Truth(Minutes)));
    }

    [TestCase("future", "validity: future")]
    [TestCase("revised", "consistency: stored")]
    public void What_a_venue_says_and_nobody_uses_is_set_aside(string accident, string reason)
    {
        var venue = new LossyVenue();
        for (var minute = 1; minute <= 10; minute++)
            foreach (var instrument in LossyVenue.Instruments) venue.Minute(minute, instrument, minute == 4 ? accident : "none");
        foreach (var instrument in LossyVenue.Instruments) venue.Minute(11, instrument, "restart");
        var aside = venue.SetAside();
        Assert.That(aside.Select(bar => bar.Candidate.Instrument), Is.EquivalentTo(LossyVenue.Instruments));
        Assert.That(aside.SelectMany(bar => bar.Failures), Has.Some.StartsWith(reason));
    }

    private static IReadOnlyList<Bar> Stored(IReadOnlyList<string> plan)
    {
        var venue = new LossyVenue();
        var at = 0;
        for (var minute = 1; minute <= Minutes; minute++)
            foreach (var instrument in LossyVenue.Instruments) venue.Minute(minute, instrument, plan[at++]);
        return venue.End(Minutes);
    }
}
