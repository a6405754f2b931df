using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Tests.Optimisation;

/// <summary>Thousands of small programmes, many of them ill: solved also by trying all there is to try.</summary>
public sealed class ProgramBruteForceTests
{
    [Test]
    public void Optimum_is_that_of_brute_force([Values(1, 2, 3, 4, 5)] int size, [Values] Illness illness)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var draw = new Random((seed * 31) + size + (100_000 * (int)illness));
            var (quadratic, linear) = Objective(draw, size, illness);
            var (lower, upper, sum) = Box(draw, size, illness);
            var expected = BruteForce.Solve(quadratic, linear, lower, upper, sum);
            var found = InteriorPoint.Solve(Program(quadratic, linear, lower, upper, sum, draw));
            var what = $"size {size}, {illness}, seed {seed}: residual {found.KktResidual:E1}, {found.Iterations} steps";
            if (expected is not { } best)
            {
                Assert.That(found.Status, Is.EqualTo(ProgramStatus.Infeasible), what);
                continue;
            }

            Assert.That(found.Status, Is.EqualTo(ProgramStatus.Optimal), what);
            Assert.That(found.KktResidual, Is.LessThan(1e-8), what);
            Assert.That(found.Objective, Is.EqualTo(best.Objective).Within(1e-6 * (1 + Math.Abs(best.Objective))), what);
            Assert.That(found.Point.Sum(), Is.EqualTo(sum).Within(1e-7), what);
            if (illness is Illness.None or Illness.Fixed or Illness.Scaled)
                Assert.That(found.Point, Is.EqualTo(best.Point).Within(1e-4), what);
        }
    }

    [Test]
    public void Box_without_room_is_told_from_a_box_with_none([Values(2, 3, 5, 8)] int size)
    {
        double[] none = [.. Enumerable.Repeat(0.0, size)];
        double[] share = [.. Enumerable.Repeat(1.0 / size, size)];
        double[] less = [.. Enumerable.Repeat((1.0 / size) - 1e-4, size)];
        var draw = new Random(size);
        var (quadratic, linear) = Objective(draw, size, Illness.None);
        var tight = InteriorPoint.Solve(Program(quadratic, linear, none, share, 1, draw));
        Assert.Multiple(() =>
        {
            Assert.That(tight.Status, Is.EqualTo(ProgramStatus.Optimal));
            Assert.That(tight.Point, Is.EqualTo(share).Within(1e-6));
            Assert.That(
                InteriorPoint.Solve(Program(quadratic, linear, none, less, 1, draw)).Status, Is.EqualTo(ProgramStatus.Infeasible));
        });
    }

    [Test]
    public void Objective_without_bound_has_no_answer()
    {
        var found = InteriorPoint.Solve(new QuadraticProgram([1, 0, 0, 0], [0, -1], [], [], [[0, -1]], [0]));
        Assert.That(found.Status, Is.EqualTo(ProgramStatus.NotConverged));
    }

    [Test]
    public void Equalities_that_contradict_each_other_are_infeasible()
    {
        var found = InteriorPoint.Solve(new QuadraticProgram([1, 0, 0, 1], [0, 0], [[1, 1], [2, 2]], [1, 3], [], []));
        Assert.That(found.Status, Is.EqualTo(ProgramStatus.Infeasible));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Coefficient_that_is_no_number_is_refused(double value)
    {
        Assert.That(
            () => InteriorPoint.Solve(new QuadraticProgram([value], [0], [[1]], [1], [], [])), Throws.ArgumentException);
        Assert.That(
            () => InteriorPoint.Solve(new QuadraticProgram([1], [0], [[1]], [value], [], [])), Throws.ArgumentException);
    }

    /// <summary>What is wrong with a programme.</summary>
    public enum Illness
    {
        None,
        Singular,
        IllConditioned,
        Fixed,
        Scaled,
        Linear,
    }

    // The sum is said one, two or three times; bounds may be said twice.
    private static QuadraticProgram Program(
        double[] quadratic, double[] linear, double[] lower, double[] upper, double sum, Random draw)
    {
        var (n, equalities, values) = (linear.Length, new List<double[]>(), new List<double>());
        for (var copy = draw.Next(1, 4); copy > 0; copy--)
        {
            var factor = copy == 1 ? 1 : Math.Round(10 * draw.NextDouble(), 2) + 0.5;
            equalities.Add([.. Enumerable.Repeat(factor, n)]);
            values.Add(factor * sum);
        }

        var (rows, bounds) = (new List<double[]>(), new List<double>());
        for (var i = 0; i < n; i++)
        {
            for (var copy = draw.Next(1, 3); copy > 0; copy--)
            {
                var (most, least) = (new double[n], new double[n]);
                (most[i], least[i]) = (copy, -copy);
                rows.AddRange([most, least]);
                bounds.AddRange([copy * upper[i], -copy * lower[i]]);
            }
        }

        return new QuadraticProgram(quadratic, linear, equalities, [.. values], rows, [.. bounds]);
    }

    private static (double[] Quadratic, double[] Linear) Objective(Random draw, int n, Illness illness)
    {
        var factors = illness == Illness.Singular ? Math.Max(1, n / 2) : illness == Illness.Linear ? 0 : n + 1;
        var quadratic = new double[n * n];
        for (var k = 0; k < factors; k++)
        {
            double[] factor = [.. Enumerable.Range(0, n).Select(_ => (2 * draw.NextDouble()) - 1)];
            var weight = illness == Illness.IllConditioned ? Math.Pow(10, -8.0 * k / Math.Max(1, n)) : 1;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++) quadratic[(i * n) + j] += weight * factor[i] * factor[j];
            }
        }

        var strict = illness is Illness.None or Illness.Fixed or Illness.Scaled;
        for (var i = 0; i < n && strict; i++) quadratic[(i * n) + i] += 0.1;
        double[] linear = [.. Enumerable.Range(0, n).Select(_ => draw.Next(3) == 0 ? 0 : draw.NextDouble() - 0.5)];
        var scale = illness == Illness.Scaled ? Math.Pow(10, draw.Next(-3, 4)) : 1;
        return ([.. quadratic.Select(value => value * scale)], [.. linear.Select(value => value * scale)]);
    }

    private static (double[] Lower, double[] Upper, double Sum) Box(Random draw, int n, Illness illness)
    {
        double[] lower = [.. Enumerable.Range(0, n).Select(_ => draw.Next(2) == 0 ? 0 : -draw.NextDouble())];
        double[] upper = [.. lower.Select(value => value + (illness == Illness.Fixed && draw.Next(3) == 0 ? 0 : 0.05 + draw.NextDouble()))];
        var (least, most) = (lower.Sum(), upper.Sum());
        // Mostly inside, at times at the very end, at times beyond.
        var place = draw.Next(8) switch { 0 => 0, 1 => 1, 2 => 1.2, 3 => -0.2, _ => draw.NextDouble() };
        var room = Math.Max(most - least, place is < 0 or > 1 ? 0.5 : 0);
        return (lower, upper, least + (place * room));
    }
}
