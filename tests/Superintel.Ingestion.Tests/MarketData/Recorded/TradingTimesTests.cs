using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Recorded;

public sealed class TradingTimesTests
{
    private static RecordedFile File(TimeColumn time) =>
        new("f.csv", RecordedLayout.Closes, time, new DateOnly(1991, 7, 1), BarInterval.Day, null, Replay: true);

    [TestCase(TimeColumn.Date, "1991-02-28", "1991-03-01T00:00:00Z")]
    [TestCase(TimeColumn.Instant, "1996-03-31T22:30:00Z", "1996-03-31T22:30:00Z")]
    [TestCase(TimeColumn.Count, "1", "1991-07-02T00:00:00Z")]
    [TestCase(TimeColumn.Count, "5", "1991-07-06T00:00:00Z")]
    [TestCase(TimeColumn.Count, "6", "1991-07-09T00:00:00Z")]
    public void First_column_says_when_the_bar_closed(TimeColumn time, string text, string closes) =>
        Assert.That(TradingTimes.CloseOf(File(time), text), Is.EqualTo(DateTimeOffset.Parse(closes)));

    [TestCase(TimeColumn.Date, "28.02.1991")]
    [TestCase(TimeColumn.Date, "1991-02-29")]
    [TestCase(TimeColumn.Instant, "1996-03-31T22:30:00")]
    [TestCase(TimeColumn.Count, "0")]
    [TestCase(TimeColumn.Count, "-1")]
    public void Text_of_another_kind_is_no_time(TimeColumn time, string text) =>
        Assert.That(TradingTimes.CloseOf(File(time), text), Is.Null);

    [FsCheck.NUnit.Property]
    public bool Counted_days_are_consecutive_weekdays(ushort count, byte shift)
    {
        var origin = new DateOnly(1991, 7, 1).AddDays(shift % 7);
        var (day, next) = (TradingTimes.Weekday(origin, count + 1), TradingTimes.Weekday(origin, count + 2));
        var gap = next.DayNumber - day.DayNumber;
        return day >= origin && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && gap == (
            day.DayOfWeek == DayOfWeek.Friday ? 3 : 1);
    }
}
