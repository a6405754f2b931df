using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class VolumeCheckTests
{
    [Test]
    public void Unknown_volume_is_no_failure() => Assert.That(VolumeCheck.Check(Some.Candidate(1), Some.Context()), Is.Empty);

    [Test]
    public void Negative_volume_fails() =>
        Assert.That(
            VolumeCheck.Check(Some.Candidate(1, volume: -1m), Some.Context()).Select(f => f.Detail), Has.One.StartsWith("negative"));

    [Test]
    public void Zero_volume_when_the_price_stood_still_passes_and_when_it_moved_fails()
    {
        var track = Some.Track(3);
        Assert.Multiple(() =>
        {
            Assert.That(VolumeCheck.Check(Some.Candidate(4, track.Last!.Close, volume: 0m), Some.Context(track)), Is.Empty);
            Assert.That(VolumeCheck.Check(Some.Candidate(4, 101m, volume: 0m), Some.Context(track)).Select(f => f.Detail),
                Has.One.StartsWith("zero"));
        });
    }

    [TestCase(99_000, false)]
    [TestCase(101_000, true)]
    public void Volume_when_it_is_more_than_a_hundred_medians_fails(decimal volume, bool fails) => Assert.That(
        VolumeCheck.Check(Some.Candidate(64, volume: volume), Some.Context(Some.Track(63, volume: 1_000m))).Any(), Is.EqualTo(fails));
}
