using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Trades;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Trades;

public sealed class VolumeBucketTests
{
    [Test]
    public void Bucket_is_a_fiftieth_of_the_mean_of_the_last_days() =>
        Assert.That(VolumeBucket.Of([Day(9_999_999m), .. Enumerable.Repeat(Day(1_000m), VolumeBucket.Days)]), Is.EqualTo(20m));

    [Test]
    public void Days_without_a_known_volume_do_not_count() =>
        Assert.That(VolumeBucket.Of([Day(null), Day(0m), Day(100m)]), Is.EqualTo(2m));

    [TestCase(null)]
    [TestCase(0)]
    [TestCase(0.0000001)]
    public void Without_volume_there_is_no_bucket(double? volume) =>
        Assert.That(VolumeBucket.Of([Day((decimal?)volume)]), Is.Null);

    private static Bar Day(decimal? volume) => new(
        InstrumentId.Parse("KO.NYSE"), BarInterval.Day, new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        1m, 1m, 1m, 1m, volume, false);
}
