using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Tests.Measures;

public sealed class TailRiskPropertyTests
{
    [FsCheck.NUnit.Property]
    public Property Cvar_is_never_below_var(int seed) =>
        (TailRisk.HistoricalCvar(Sample(seed), 0.95) >= TailRisk.HistoricalVar(Sample(seed), 0.95) - 1e-15).ToProperty();

    [FsCheck.NUnit.Property]
    public Property Cvar_grows_with_the_confidence(int seed) =>
        (TailRisk.HistoricalCvar(Sample(seed), 0.99) >= TailRisk.HistoricalCvar(Sample(seed), 0.95) - 1e-12).ToProperty();

    [FsCheck.NUnit.Property]
    public Property Cvar_of_a_larger_position_is_larger_in_proportion(int seed)
    {
        var returns = Sample(seed);
        var doubled = returns.Select(r => 3 * r).ToArray();
        return (Math.Abs(TailRisk.HistoricalCvar(doubled, 0.95) - 3 * TailRisk.HistoricalCvar(returns, 0.95)) < 1e-12).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Cvar_of_a_sum_is_at_most_the_sum_of_cvars(int one, int other)
    {
        var (left, right) = (Sample(one), Sample(other));
        var sum = left.Zip(right, (l, r) => l + r).ToArray();
        var apart = TailRisk.HistoricalCvar(left, 0.95) + TailRisk.HistoricalCvar(right, 0.95);
        return (TailRisk.HistoricalCvar(sum, 0.95) <= apart + 1e-12).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Cvar_does_not_depend_on_the_order_of_days(int seed)
    {
        var returns = Sample(seed);
        var shuffled = returns.ToArray();
        new Random(seed + 1).Shuffle(shuffled);
        return (TailRisk.HistoricalCvar(returns, 0.95) == TailRisk.HistoricalCvar(shuffled, 0.95)).ToProperty();
    }

    private static double[] Sample(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 137).Select(_ => (random.NextDouble() + random.NextDouble() - 1) * 0.1)];
    }
}
