namespace Superintel.Risk.Measures.Tails;

/// <summary>Climbs the likelihood of a Student t distribution by Newton's steps, shortened where it does not bend down.</summary>
/// <remarks>Levenberg (1944), Marquardt (1963).</remarks>
internal static class StudentNewton
{
    // From here on the distribution is the normal one to ten digits, and the likelihood has a summit only at infinity.
    private const double MostFreedom = 1e8;
    private const double LeastFreedom = 1.001;
    private const int MostPasses = 60;
    private const double LongestStep = 1.5;
    private const double Settled = 1e-9;

    /// <param name="unit">A width of the sample: steps in place are measured in it.</param>
    /// <returns>The summit; null where the climb does not settle, comes near one degree of freedom or to a width of nothing.</returns>
    public static StudentTail? Climb(ReadOnlySpan<double> sample, StudentTail from, double unit, double leastScale)
    {
        Span<double> slope = stackalloc double[3];
        Span<double> bend = stackalloc double[6];
        Span<double> slopeThere = stackalloc double[3];
        Span<double> bendThere = stackalloc double[6];
        Span<double> step = stackalloc double[3];
        var (at, damping) = (from, 0.0);
        var height = StudentScore.Of(sample, at, slope, bend);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (!Step(slope, bend, damping, unit, step))
            {
                damping = Math.Max(1e-3, damping * 10);
                continue;
            }

            var length = Math.Max(Math.Abs(step[0]), Math.Max(Math.Abs(step[1]) / unit, Math.Abs(step[2])));
            if (length > LongestStep) foreach (ref var one in step) one *= LongestStep / length;
            var there = Moved(at, step);
            if (there.Freedom < LeastFreedom || !(there.Scale > leastScale)) return null;
            if (there.Freedom > MostFreedom) return Normal(sample);
            var heightThere = StudentScore.Of(sample, there, slopeThere, bendThere);
            // Near the summit a step rises by less than the sum is rounded by.
            if (!(heightThere >= height - (1e-12 * Math.Abs(height))))
            {
                damping = Math.Max(1e-3, damping * 10);
                continue;
            }

            (at, height) = (there, heightThere);
            if (length < Settled) return damping < 0.01 ? at : null;
            damping = damping < 1e-6 ? 0 : damping / 10;
            slopeThere.CopyTo(slope);
            bendThere.CopyTo(bend);
        }

        return null;
    }

    private static StudentTail Moved(in StudentTail at, ReadOnlySpan<double> step) => new(
        1 + ((at.Freedom - 1) * Math.Exp(step[0])), at.Location + step[1], at.Scale * Math.Exp(step[2]));

    /// <returns>False where the damped likelihood does not bend down.</returns>
    private static bool Step(ReadOnlySpan<double> slope, ReadOnlySpan<double> bend, double damping, double unit, Span<double> step)
    {
        // Cholesky of the negative bend, place in units of the sample.
        var a = -bend[0] + (damping * (Math.Abs(bend[0]) + 1e-12));
        var b = -bend[1] * unit;
        var d = (-bend[2] * unit * unit) + (damping * Math.Abs(bend[2] * unit * unit));
        var (c, e) = (-bend[3], -bend[4] * unit);
        var f = -bend[5] + (damping * Math.Abs(bend[5]));
        if (!(a > 0)) return false;
        var l11 = Math.Sqrt(a);
        var (l21, l31) = (b / l11, c / l11);
        if (!(d - (l21 * l21) is > 0 and var second)) return false;
        var l22 = Math.Sqrt(second);
        var l32 = (e - (l31 * l21)) / l22;
        if (!(f - (l31 * l31) - (l32 * l32) is > 0 and var third)) return false;
        var l33 = Math.Sqrt(third);
        var y1 = slope[0] / l11;
        var y2 = ((slope[1] * unit) - (l21 * y1)) / l22;
        var y3 = (slope[2] - (l31 * y1) - (l32 * y2)) / l33;
        step[2] = y3 / l33;
        var place = (y2 - (l32 * step[2])) / l22;
        step[0] = (y1 - (l21 * place) - (l31 * step[2])) / l11;
        step[1] = place * unit;
        return true;
    }

    private static StudentTail Normal(ReadOnlySpan<double> sample)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var value in sample) mean += value / sample.Length;
        foreach (var value in sample) variance += (value - mean) * (value - mean) / sample.Length;
        return new StudentTail(MostFreedom, mean, Math.Sqrt(variance));
    }
}
