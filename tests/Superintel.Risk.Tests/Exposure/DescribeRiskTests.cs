namespace Superintel.Risk.Tests.Exposure;

public sealed class DescribeRiskTests
{
    [Test]
    public void Report_of_a_book_splits_its_cvar_and_says_how_it_moves()
    {
        var desk = new Desk(new RiskOptions { HistoryDays = 250 }, 260);
        desk.Hold("d0", "CCC.XNYS~EEE.XNYS", 50, buysA: false);
        var report = desk.Describe();
        Assert.Multiple(() =>
        {
            Assert.That(report.Assets, Has.Length.EqualTo(2));
            Assert.That(report.Assets.Sum(asset => asset.Share!.ComponentCvar95), Is.EqualTo(report.Cvar95).Within(1e-12));
            Assert.That(report.Assets.Select(asset => asset.Share!.Correlation), Is.All.InRange(-1.0, 1.0));
            Assert.That(report.Behaviour!.EwmaVolatility, Is.GreaterThan(0));
            Assert.That(report.Behaviour.GarchVolatility, Is.GreaterThan(0));
            Assert.That(report.Behaviour.MaximumDrawdown, Is.GreaterThan(0));
            Assert.That(report.Concentration.EffectiveAssets, Is.InRange(1, 2));
        });
    }

    [Test]
    public void Too_short_a_history_leaves_measures_unknown_and_exposure_known()
    {
        var desk = new Desk(new RiskOptions { HistoryDays = 250 }, 260);
        desk.Hold("d0", "CCC.XNYS~EEE.XNYS", 50, buysA: false);
        var report = desk.Describe(desk.Options with { MinimumHistoryDays = 1000 });
        Assert.That((object?[])[report.Cvar95, report.Behaviour, report.Assets[0].Share], Is.All.Null);
        Assert.That(report.Concentration.EffectiveAssets, Is.InRange(1, 2));
    }
}
