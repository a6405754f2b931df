namespace Superintel.Kernel.Tests;

public sealed class BarIntervalTests
{
    [TestCase("5m", 5)]
    [TestCase("30m", 30)]
    [TestCase("1h", 60)]
    [TestCase("1d", 1440)]
    public void Interval_when_written_and_read_is_the_same(string text, int minutes)
    {
        var interval = BarInterval.Parse(text);
        Assert.That((interval.Length.TotalMinutes, interval.ToString()), Is.EqualTo(((double)minutes, text)));
    }

    [Test]
    public void Interval_of_sixty_minutes_is_written_as_an_hour() => Assert.That(BarInterval.Parse("60m").ToString(), Is.EqualTo("1h"));

    [TestCase("")]
    [TestCase("d")]
    [TestCase("0m")]
    [TestCase("-5m")]
    [TestCase("8d")]
    [TestCase("5x")]
    public void Interval_when_malformed_is_refused(string text) =>
        Assert.That(() => BarInterval.Parse(text), Throws.TypeOf<FormatException>());
}
