using Superintel.Risk.Measures;

namespace Superintel.Risk.Tests.Measures;

public sealed class TailRiskTests
{
    // -1 % to -100 % and nothing else: the worst five of a hundred are 96 to 100.
    private static readonly double[] hundred = [.. Enumerable.Range(1, 100).Select(i => -i / 100.0)];

    [Test]
    public void Var_of_a_hundred_losses_at_95_percent_is_the_fifth_worst() =>
        Assert.That(TailRisk.HistoricalVar(hundred, 0.95), Is.EqualTo(0.96).Within(1e-12));

    [Test]
    public void Cvar_of_a_hundred_losses_at_95_percent_is_the_mean_of_the_worst_five() =>
        Assert.That(TailRisk.HistoricalCvar(hundred, 0.95), Is.EqualTo(0.98).Within(1e-12));

    [Test]
    public void Cvar_when_the_tail_is_not_whole_takes_the_boundary_in_part()
    {
        // 5 % of 30 is 1.5: the worst, and half of the second worst.
        var returns = Enumerable.Range(1, 30).Select(i => -i / 100.0).ToArray();
        Assert.That(TailRisk.HistoricalCvar(returns, 0.95), Is.EqualTo((0.30 + 0.5 * 0.29) / 1.5).Within(1e-12));
    }

    [Test]
    public void Measures_leave_their_input_as_it_was()
    {
        var returns = Enumerable.Range(0, 40).Select(i => Math.Sin(i)).ToArray();
        var before = returns.ToArray();
        TailRisk.HistoricalCvar(returns, 0.95);
        Assert.That(returns, Is.EqualTo(before));
    }

    [Test]
    public void Tail_of_too_few_returns_is_refused() =>
        Assert.That(() => TailRisk.HistoricalCvar(new double[19], 0.95), Throws.ArgumentException);

    [TestCase(0.5)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void Confidence_out_of_range_is_refused(double confidence) =>
        Assert.That(() => TailRisk.HistoricalVar(hundred, confidence), Throws.ArgumentException);

    [Test]
    public void Return_that_is_not_finite_is_refused()
    {
        double[] broken = [.. hundred, double.NaN];
        Assert.That(() => TailRisk.HistoricalCvar(broken, 0.95), Throws.ArgumentException);
    }
}
