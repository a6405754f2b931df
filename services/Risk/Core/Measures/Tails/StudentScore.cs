using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Superintel.Risk.Measures.Tails;

/// <summary>Log likelihood of a Student t distribution with its first and second derivatives, by one pass over the sample.</summary>
/// <remarks>Four lanes whatever the machine has, so that sums are rounded alike everywhere. Coordinates: ln(v - 1), place, ln of the
/// scale.</remarks>
internal readonly ref struct StudentScore
{
    // So many factors of the likelihood are multiplied before a logarithm is taken.
    private const int Batch = 8;

    private readonly double sumLog;
    private readonly double q;
    private readonly double zq;
    private readonly double zzq;
    private readonly double qq;
    private readonly double zqq;
    private readonly double zzqq;

    // With z the distance from the place in scales, q is 1 / (v + z^2): every sum is of products of the two.
    private StudentScore(ReadOnlySpan<double> sample, in StudentTail at)
    {
        var (place, inverse) = (Vector256.Create(at.Location), Vector256.Create(1 / at.Scale));
        var (freedom, share) = (Vector256.Create(at.Freedom), Vector256.Create(1 / at.Freedom));
        var (s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (s4, s5, s6) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (product, inBatch) = (Vector256<double>.One, 0);
        var whole = MemoryMarshal.Cast<double, Vector256<double>>(sample);
        foreach (var value in whole)
        {
            var z = (value - place) * inverse;
            var square = z * z;
            var one = Vector256<double>.One / (freedom + square);
            var (first, second) = (z * one, square * one);
            (s1, s2, s3) = (s1 + one, s2 + first, s3 + second);
            (s4, s5, s6) = (s4 + (one * one), s5 + (first * one), s6 + (second * one));
            product *= Vector256<double>.One + (square * share);
            if (++inBatch < Batch) continue;
            sumLog += Log(product);
            (product, inBatch) = (Vector256<double>.One, 0);
        }

        sumLog += Log(product);
        (q, zq, zzq, qq, zqq, zzqq) = (Sum(s1), Sum(s2), Sum(s3), Sum(s4), Sum(s5), Sum(s6));
        foreach (var value in sample[(whole.Length * Vector256<double>.Count)..])
        {
            var z = (value - at.Location) / at.Scale;
            var one = 1 / (at.Freedom + (z * z));
            sumLog += Math.Log(1 + (z * z / at.Freedom));
            (q, zq, zzq) = (q + one, zq + (z * one), zzq + (z * z * one));
            (qq, zqq, zzqq) = (qq + (one * one), zqq + (z * one * one), zzqq + (z * z * one * one));
        }
    }

    /// <param name="slope">Gets the three first derivatives.</param>
    /// <param name="bend">Gets the second: rows of the lower triangle, six numbers.</param>
    /// <returns>The log likelihood.</returns>
    public static double Of(ReadOnlySpan<double> sample, in StudentTail at, Span<double> slope, Span<double> bend)
    {
        var sums = new StudentScore(sample, at);
        var (v, n, constant) = (at.Freedom, (double)sample.Length, StudentConstant.Of(at.Freedom));
        var (more, width) = (v + 1, 1 / at.Scale);
        var byFreedom = (n * constant.Slope) - (0.5 * sums.sumLog) + (0.5 * more / v * sums.zzq);
        var twice = (n * constant.Bend) + (0.5 * sums.zzq / v) - (0.5 * sums.zzq / (v * v)) - (0.5 * more / v * sums.zzqq);
        // The search is in ln(v - 1), whose derivative by v is 1 / (v - 1).
        var chain = v - 1;
        slope[0] = byFreedom * chain;
        slope[1] = more * width * sums.zq;
        slope[2] = (more * sums.zzq) - n;
        bend[0] = (twice * chain * chain) + (byFreedom * chain);
        bend[1] = width * (sums.zq - (more * sums.zqq)) * chain;
        bend[2] = more * width * width * (sums.q - (2 * v * sums.qq));
        bend[3] = (sums.zzq - (more * sums.zzqq)) * chain;
        bend[4] = -2 * more * width * v * sums.zqq;
        bend[5] = -2 * more * v * sums.zzqq;
        return (n * (constant.Value - Math.Log(at.Scale))) - (0.5 * more * sums.sumLog);
    }

    private static double Log(Vector256<double> product) => Math.Log(product[0] * product[1]) + Math.Log(product[2] * product[3]);

    private static double Sum(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
