using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Tests.Exposure;

/// <summary>What the book follows: CCC is AAA in other units, so that it explains AAA whole.</summary>
public sealed class FactorRiskTests
{
    [Test]
    public void Betas_of_the_book_are_those_of_its_instruments_weighted()
    {
        var report = Report(("same", "CCC.XNYS"), ("other", "EEE.XNYS"));
        double Weighted(string factor) => report.Assets.Sum(asset =>
            NumberBridge.ToDouble(asset.Value / report.NetAssetValue) * asset.Factors.Betas[factor]);
        Assert.Multiple(() =>
        {
            Assert.That(report.Factors.Factors.Select(one => one.Name), Is.EqualTo(new[] { "other", "same" }), "by name");
            foreach (var factor in report.Factors.Factors) Assert.That(factor.Beta, Is.EqualTo(Weighted(factor.Name)).Within(1e-12));
            Assert.That(report.Factors.HistoryDays, Is.EqualTo(report.HistoryDays), "the window of the other measures");
            Assert.That(report.Factors.RSquared, Is.InRange(0.0, 1.0));
            Assert.That(report.Assets[0].Factors.Betas["same"], Is.EqualTo(1).Within(1e-3));
            Assert.That(report.Assets[0].Factors.Betas["other"], Is.EqualTo(0).Within(1e-3));
            Assert.That(report.Assets[0].Factors.RSquared, Is.EqualTo(1).Within(1e-5));
        });
    }

    [Test]
    public void Factor_that_cannot_be_used_says_why_and_has_no_beta()
    {
        var report = Report(
            ("a-market", "AAA.XNYS"), ("b-again", "CCC.XNYS"), ("c-never-listed", "ZZZ.XNYS"), ("d-new", "NEW.XNYS"),
            ("e-still", "USDCHF.IDEAL"));
        Assert.That(report.Factors.Factors.Select(one => one.Code), Is.EqualTo(
            new[] { null, "follows-others", "unknown-instrument", "insufficient-history", "does-not-vary" }));
        Assert.That(report.Factors.Factors.Select(one => one.Beta is null), Is.EqualTo(new[] { false, true, true, true, true }));
        Assert.That(report.Assets.Select(asset => asset.Factors.Betas.Keys.Single()), Is.All.EqualTo("a-market"));
    }

    [Test]
    public void Book_without_factors_or_too_short_a_history_has_no_betas()
    {
        var none = Report();
        var (desk, options) = Open(("market", "AAA.XNYS"));
        var early = desk.Describe(options with { MinimumHistoryDays = 200 });
        Assert.Multiple(() =>
        {
            Assert.That(none.Factors, Is.EqualTo(BookFactors.None));
            Assert.That((early.Factors.HistoryDays, early.Factors.RSquared), Is.EqualTo((0, (double?)null)));
            Assert.That(early.Factors.Factors.Single().Code, Is.EqualTo("insufficient-history"));
            Assert.That(early.Assets.Select(asset => asset.Factors), Is.All.EqualTo(AssetFactors.Unknown));
        });
    }

    [Test]
    public void Book_of_nothing_follows_nothing()
    {
        var (desk, _) = Open(hold: false, ("market", "AAA.XNYS"));
        var factors = desk.Describe().Factors;
        Assert.That((factors.Factors.Single().Beta, factors.RSquared), Is.EqualTo(((double?)0, (double?)null)));
    }

    private static RiskReport Report(params (string Name, string Instrument)[] factors) => Open(factors).Desk.Describe();

    private static (Desk Desk, RiskOptions Options) Open(params (string Name, string Instrument)[] factors) => Open(true, factors);

    private static (Desk Desk, RiskOptions Options) Open(bool hold, params (string Name, string Instrument)[] factors)
    {
        var options = new RiskOptions
        {
            Factors = factors.ToDictionary(one => one.Name, one => one.Instrument, StringComparer.Ordinal),
        };
        var desk = new Desk(options);
        desk.List("NEW.XNYS");
        if (hold) desk.Hold();
        return (desk, options);
    }
}
