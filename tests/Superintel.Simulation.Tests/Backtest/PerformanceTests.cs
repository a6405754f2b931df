using Superintel.Simulation.Backtest;

namespace Superintel.Simulation.Tests.Backtest;

public sealed class PerformanceTests
{
    private static readonly DateTimeOffset Start = new(1999, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Drawdown_is_the_largest_fall_from_an_earlier_peak() =>
        Assert.That(Performance.MaxDrawdown(Curve(100, 120, 90, 130, 104)), Is.EqualTo(0.25).Within(1e-15));

    [Test]
    public void Drawdown_of_a_curve_that_never_fell_is_zero() => Assert.That(Performance.MaxDrawdown(Curve(1, 2, 3)), Is.Zero);

    // Returns 10 %, -10 %, 10 %: mean 1/30, sample deviation 0.11547005383792515, ratio 0.288675134594813 x sqrt(252).
    [Test]
    public void Sharpe_is_mean_over_sample_deviation_annualised() =>
        Assert.That(Performance.Sharpe(Curve(100, 110, 99, 108.9m)), Is.EqualTo(4.58257569495584).Within(1e-10));

    [Test]
    public void Sharpe_without_variance_or_days_is_not_a_number_but_nothing() => Assert.Multiple(() =>
    {
        Assert.That(Performance.Sharpe(Curve(100, 100, 100)), Is.Null);
        Assert.That(Performance.Sharpe(Curve(100, 101)), Is.Null);
        Assert.That(Performance.Sharpe([]), Is.Null);
    });

    [Test]
    public void Equity_curve_is_drawn_with_its_extremes() =>
        Assert.That(EquityCurveText.Draw(Curve(100, 50, 200)), Does.Contain("200").And.Contain("50").And.Contain("1999-03-01"));

    private static List<EquityPoint> Curve(params decimal[] values) =>
        [.. values.Select((value, day) => new EquityPoint(Start.AddDays(day), value))];
}
