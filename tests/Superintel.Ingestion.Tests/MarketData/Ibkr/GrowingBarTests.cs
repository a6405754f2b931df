using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Ingestion.Tests.MarketData.Ibkr;

public sealed class GrowingBarTests
{
    private const long Noon = 1_772_452_800; // 2026-03-02 12:00:00 UTC
    private static readonly IbkrListing Ko = IbkrListingTests.Listing("KO.NYSE", "STK", "");
    private static readonly BarInterval Minute = BarInterval.Parse("1m");
    private readonly GrowingBar growing = new();

    [Test]
    public void Bar_is_final_when_the_next_one_begins()
    {
        growing.Doubt();
        Assert.That(growing.Next(Row(0, 62m)), Is.Null);
        Assert.That(growing.Next(Row(0, 63m)), Is.Null);
        Assert.That(growing.Next(Row(1, 64m))?.Close, Is.EqualTo(63m));
    }

    [Test]
    public void Bar_with_a_hole_in_it_is_let_go()
    {
        growing.Doubt();
        growing.Next(Row(0, 62m));
        growing.Doubt();
        Assert.That(growing.Next(Row(1, 64m)), Is.Null);
        Assert.That(growing.Next(Row(2, 65m))?.Close, Is.EqualTo(64m));
    }

    [Test]
    public void Bar_closes_its_length_after_the_second_at_which_it_opened()
    {
        Assert.That(Row(0, 62m).ClosedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 12, 1, 0, TimeSpan.Zero)));
        var day = IbkrBars.Of(Ko, BarInterval.Day, new HistoricalUpdate(1, 1, "20260302", 1m, 1m, 1m, 1m, 1m, -1m))!;
        Assert.That((day.ClosedAt, day.Volume), Is.EqualTo((new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), (decimal?)null)));
    }

    [TestCase("")]
    [TestCase("20261399")]
    [TestCase("soon")]
    [TestCase("99999999999999")]
    public void Row_without_a_time_is_no_bar(string time) =>
        Assert.That(IbkrBars.Of(Ko, Minute, new HistoricalUpdate(1, 1, time, 1m, 1m, 1m, 1m, 1m, 1m)), Is.Null);

    [TestCase(0.1, "360 S")]
    [TestCase(24, "86400 S")]
    [TestCase(25, "2 D")]
    [TestCase(24 * 365, "1 Y")]
    public void Stretch_is_asked_for_in_the_words_of_TWS(double hours, string words) =>
        Assert.That(IbkrBars.Duration(TimeSpan.FromHours(hours)), Is.EqualTo(words));

    private static BarCandidate Row(int minute, decimal close) => IbkrBars.Of(
        Ko, Minute, new HistoricalUpdate(1, 5, $"{Noon + (minute * 60)}", 61m, close, 70m, 60m, 62m, 900m))!;
}
