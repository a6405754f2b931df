using Superintel.Ingestion.MarketData.Trades;

namespace Superintel.Ingestion.Tests.MarketData.Trades;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BulkClassificationTests
{
    private readonly BulkClassification flow = new();

    // Abramowitz and Stegun (1964), table 26.1.
    [TestCase(0, 0.5)]
    [TestCase(1, 0.84134474606)]
    [TestCase(1.96, 0.97500210485)]
    [TestCase(-2, 0.02275013195)]
    [TestCase(double.PositiveInfinity, 1)]
    [TestCase(double.NegativeInfinity, 0)]
    public void Normal_curve_is_that_of_the_tables(double z, double probability) =>
        Assert.That(NormalCurve.Below(z), Is.EqualTo(probability).Within(7.5e-8));

    [TestCase(0, 0.5)]
    [TestCase(1, 0.8413)]
    [TestCase(-1, 0.1587)]
    [TestCase(2, 0.9772)]
    public void Buyers_took_the_normal_probability_of_the_change_in_its_deviations(double deviations, decimal share)
    {
        Swing(by: 0.5); // its deviation about zero is one half
        Assert.That(flow.Next(100 + (0.5 * deviations), 700m), Is.EqualTo(new MarketTrade(700m, share)));
    }

    [Test]
    public void Too_few_bars_say_nothing()
    {
        for (var bar = 0; bar <= BulkClassification.Least; bar++) Assert.That(flow.Next(100 + bar, 10m), Is.Null);
        Assert.That(flow.Next(100, 10m), Is.Not.Null);
    }

    [Test]
    public void Bar_without_a_trade_is_none()
    {
        Swing(by: 0.5);
        Assert.That(flow.Next(101, 0m), Is.Null);
    }

    [Test]
    public void Change_over_missing_bars_is_not_classified()
    {
        Swing(by: 0.5);
        flow.Interrupt();
        Assert.That(flow.Next(200, 10m), Is.Null);
        Assert.That(flow.Next(200, 10m), Is.EqualTo(new MarketTrade(10m, 0.5m)));
    }

    [TestCase(100, 0.5)]
    [TestCase(101, 1)]
    [TestCase(99, 0)]
    public void Where_the_price_never_moved_a_move_says_all(double close, decimal share)
    {
        Swing(by: 0);
        Assert.That(flow.Next(close, 10m), Is.EqualTo(new MarketTrade(10m, share)));
    }

    // Up and down about 100; ends at 100.
    private void Swing(double by)
    {
        for (var bar = 0; bar <= BulkClassification.Window; bar++) flow.Next(100 + (bar % 2 * by), 10m);
    }
}
