using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class ValidityCheckTests
{
    private static string[] Failures(BarCandidate bar, GateContext context) => [.. ValidityCheck.Check(bar, context).Select(f => f.Detail)];

    [Test]
    public void Bar_when_it_closes_in_the_future_fails() =>
        Assert.That(Failures(Some.Candidate(5), Some.Context(now: Some.Day(4))), Has.One.StartsWith("future"));

    [TestCase(0)]
    [TestCase(-1.5)]
    public void Equity_when_its_price_is_not_positive_fails(decimal price) =>
        Assert.That(Failures(Some.Candidate(1, price), Some.Context()), Has.One.StartsWith("not positive"));

    [Test]
    public void Future_may_settle_below_zero_as_crude_oil_did() =>
        Assert.That(Failures(Some.Candidate(1, -37.63m), Some.Context(assetClass: AssetClass.Future)), Is.Empty);

    [TestCase(10, 9, 8, 9.5, "open 10 above high 9")]
    [TestCase(8, 9, 8, 9.5, "close 9.5 above high 9")]
    [TestCase(7, 9, 8, 8.5, "open 7 below low 8")]
    [TestCase(8, 9, 8, 7.5, "close 7.5 below low 8")]
    [TestCase(8, 7, 9, 8, "high 7 below low 9")]
    public void Full_bar_when_its_prices_are_out_of_order_fails(decimal open, decimal high, decimal low, decimal close, string detail) =>
        Assert.That(Failures(Some.FullCandidate(1, open, high, low, close), Some.Context()), Has.One.EqualTo("order: " + detail));

    [Test]
    public void Slipped_decimal_fails_whatever_the_history() =>
        Assert.That(Failures(Some.Candidate(2, 1_000m), Some.Context(Some.Track(1))), Has.One.StartsWith("jump"));

    [Test]
    public void Quiet_series_when_it_jumps_by_many_robust_deviations_fails() =>
        Assert.That(Failures(Some.Candidate(64, 135m), Some.Context(Some.Track(63))), Has.One.Contains("robust standard deviations"));

    [Test]
    public void Same_jump_of_a_young_series_passes_since_nothing_is_known_of_its_scale() =>
        Assert.That(Failures(Some.Candidate(10, 135m), Some.Context(Some.Track(9))), Is.Empty);

    [Test]
    public void Level_when_a_second_bar_confirms_it_is_no_error_any_more()
    {
        var refused = Some.Candidate(64, 30m);
        var track = Some.Track(63);
        Assert.That(Failures(refused, Some.Context(track)), Is.Not.Empty);
        Assert.That(Failures(Some.Candidate(65, 30.5m), Some.Context(track.Refuse(refused))), Is.Empty);
    }

    [Test]
    public void Bar_after_a_refused_print_is_judged_by_the_last_good_one()
    {
        var track = Some.Track(63).Refuse(Some.Candidate(64, 1_000m));
        Assert.That(Failures(Some.Candidate(65, 101m), Some.Context(track)), Is.Empty);
    }

    [FsCheck.NUnit.Property]
    public bool Slipped_decimal_never_passes_in_any_asset_class_or_history(byte days, bool up, byte assetClass)
    {
        var track = Some.Track(1 + (days % 100));
        var price = up ? track.Last!.Close * 10m : track.Last!.Close / 10m;
        var context = Some.Context(track, assetClass: (AssetClass)(1 + (assetClass % 6)));
        return Failures(Some.Candidate(500, price), context).Any(f => f.StartsWith("jump", StringComparison.Ordinal));
    }

    [FsCheck.NUnit.Property]
    public bool Order_holds_exactly_when_high_and_low_enclose_open_and_close(byte open, byte high, byte low, byte close)
    {
        var bar = Some.FullCandidate(1, 1m + open, 1m + high, 1m + low, 1m + close);
        var ordered = high >= low && high >= Math.Max(open, close) && low <= Math.Min(open, close);
        return ordered != Failures(bar, Some.Context()).Any(f => f.StartsWith("order", StringComparison.Ordinal));
    }
}
