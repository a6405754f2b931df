using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class ConsistencyCheckTests
{
    private static readonly BarInterval HalfDay = BarInterval.Parse("12h");

    private static string[] Failures(BarCandidate bar, GateContext context) =>
        [.. ConsistencyCheck.Check(bar, context).Select(f => f.Detail)];

    [TestCase(5)]
    [TestCase(4)]
    public void Bar_when_it_does_not_come_after_the_last_fails(int day) =>
        Assert.That(Failures(Some.Candidate(day), Some.Context(Some.Track(5))), Has.One.StartsWith("order"));

    [TestCase(100.5, false)]
    [TestCase(102.0, true)]
    public void Bar_when_another_source_differs_by_more_than_a_percent_fails(decimal other, bool fails)
    {
        var context = Some.Context() with { OtherSources = [Some.Candidate(1, other)] };
        Assert.That(Failures(Some.Candidate(1), context).Any(f => f.StartsWith("sources", StringComparison.Ordinal)), Is.EqualTo(fails));
    }

    [Test]
    public void Source_that_has_a_hole_contradicts_nothing() =>
        Assert.That(Failures(Some.Candidate(1), Some.Context() with { OtherSources = [Some.Candidate(1, close: null)] }), Is.Empty);

    [TestCase(100.2, false)]
    [TestCase(105.0, true)]
    public void Bar_when_its_close_is_not_that_of_the_shorter_bars_inside_fails(decimal lastInside, bool fails)
    {
        var context = Some.Context() with { FinerBars = [Some.Bar(0, 99m, interval: HalfDay), Some.Bar(1, lastInside, interval: HalfDay)] };
        Assert.That(Failures(Some.Candidate(1), context).Any(f => f.StartsWith("intervals", StringComparison.Ordinal)), Is.EqualTo(fails));
    }

    [Test]
    public void Full_bar_when_its_range_leaves_out_what_happened_inside_fails()
    {
        var context = Some.Context() with { FinerBars = [Some.Bar(0, 120m, interval: HalfDay), Some.Bar(1, 100m, interval: HalfDay)] };
        Assert.That(Failures(Some.FullCandidate(1, 100m, 101m, 99m, 100m), context), Has.One.StartsWith("intervals: high 101 below 120"));
    }

    [Test]
    public void Bar_when_a_different_one_is_stored_fails_and_when_the_same_is_stored_passes()
    {
        var context = Some.Context() with { Stored = Some.Bar(1) };
        Assert.Multiple(() =>
        {
            Assert.That(Failures(Some.Candidate(1, 100.01m), context), Has.One.StartsWith("stored"));
            Assert.That(Failures(Some.Candidate(1, 100m), context), Is.Empty);
        });
    }
}
