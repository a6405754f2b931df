using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading;

/// <summary>Which instruments are filled by quotes, and by which.</summary>
public sealed class QuotedInstrumentsTests
{
    private readonly PaperOptions options = Free with { QuoteAge = TimeSpan.FromSeconds(5), QuoteSilence = TimeSpan.FromSeconds(30) };

    [Test]
    public void Newest_of_each_instrument_is_what_fills()
    {
        var other = Told(1) with { Instrument = Pair.B };
        var heard = new QuotedInstruments(options).Hear([Told(1), other, Told(2), Told(1.5)], Start.AddSeconds(2));

        Assert.That(heard, Is.EqualTo(new[] { Told(2), other }));
    }

    [Test]
    public void Book_that_broke_takes_the_quote_before_it_along()
    {
        var heard = new QuotedInstruments(options).Hear([Told(1), Told(2, bidSize: 0m)], Start.AddSeconds(2));

        Assert.That(heard, Is.Empty);
    }

    [TestCase(5, 1)]
    [TestCase(5.001, 0)]
    [TestCase(-5, 1)]
    [TestCase(-5.001, 0)]
    public void Quote_that_is_too_old_or_too_early_fills_nothing_and_keeps_no_bar_away(double age, int heard)
    {
        var (quoted, now) = (new QuotedInstruments(options), Start.AddSeconds(100));

        Assert.That(quoted.Hear([Told(100 - age)], now), Has.Count.EqualTo(heard));
        Assert.That(quoted.Has(Pair.A, now), Is.EqualTo(heard == 1));
    }

    [Test]
    public void Quote_behind_one_that_came_before_it_fills_nothing()
    {
        var quoted = new QuotedInstruments(options);
        quoted.Hear([Told(2)], Start.AddSeconds(2));

        Assert.That(quoted.Hear([Told(1)], Start.AddSeconds(2)), Is.Empty);
        Assert.That(quoted.Hear([Told(2)], Start.AddSeconds(2)), Has.Count.EqualTo(1), "the same again is no harm");
    }

    [TestCase(30, true)]
    [TestCase(31, false)]
    public void Instrument_has_quotes_until_the_silence_is_over(int seconds, bool expected)
    {
        var quoted = new QuotedInstruments(options);
        quoted.Hear([Told(0)], Start);

        Assert.That(quoted.Has(Pair.A, Start.AddSeconds(seconds)), Is.EqualTo(expected));
        Assert.That(quoted.Has(Pair.B, Start), Is.False);
    }

    [Test]
    public void Switched_off_quotes_fill_nothing_and_keep_no_bar_away()
    {
        var quoted = new QuotedInstruments(options with { Quotes = false });

        Assert.That((quoted.Hear([Told(0)], Start).Count, quoted.Has(Pair.A, Start)), Is.EqualTo((0, false)));
    }

    [TestCase(0.01, 30)]
    [TestCase(61, 120)]
    [TestCase(5, 4)]
    [TestCase(5, 3601)]
    public void Options_out_of_their_bounds_are_refused(double age, double silence) => Assert.That(
        () => new QuotedInstruments(
            options with { QuoteAge = TimeSpan.FromSeconds(age), QuoteSilence = TimeSpan.FromSeconds(silence) }),
        Throws.ArgumentException);
}
