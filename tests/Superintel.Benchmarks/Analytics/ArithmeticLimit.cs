using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Superintel.Benchmarks.Analytics;

/// <summary>What one core can multiply and add at most, measured with nothing but registers.</summary>
internal static class ArithmeticLimit
{
    private const int Rounds = 2_000_000;
    private const int Chains = 12;

    /// <summary>Floating point operations per second on the widest registers.</summary>
    public static double FlopsPerSecond()
    {
        double sink = 0;
        double seconds = Measured.Seconds(() => sink += Vector512.IsHardwareAccelerated ? Wide() : Narrow(), 15);
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
        return double.IsNaN(sink) ? 0 : 2.0 * lanes * Chains * Rounds / seconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Wide()
    {
        var m = Vector512.Create(0.999999);
        Vector512<double> a = m, b = m, c = m, d = m, e = m, f = m, g = m, h = m, i = m, j = m, k = m, l = m;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector512.MultiplyAddEstimate(a, m, m);
            b = Vector512.MultiplyAddEstimate(b, m, m);
            c = Vector512.MultiplyAddEstimate(c, m, m);
            d = Vector512.MultiplyAddEstimate(d, m, m);
            e = Vector512.MultiplyAddEstimate(e, m, m);
            f = Vector512.MultiplyAddEstimate(f, m, m);
            g = Vector512.MultiplyAddEstimate(g, m, m);
            h = Vector512.MultiplyAddEstimate(h, m, m);
            i = Vector512.MultiplyAddEstimate(i, m, m);
            j = Vector512.MultiplyAddEstimate(j, m, m);
            k = Vector512.MultiplyAddEstimate(k, m, m);
            l = Vector512.MultiplyAddEstimate(l, m, m);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Narrow()
    {
        var m = Vector256.Create(0.999999);
        Vector256<double> a = m, b = m, c = m, d = m, e = m, f = m, g = m, h = m, i = m, j = m, k = m, l = m;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector256.MultiplyAddEstimate(a, m, m);
            b = Vector256.MultiplyAddEstimate(b, m, m);
            c = Vector256.MultiplyAddEstimate(c, m, m);
            d = Vector256.MultiplyAddEstimate(d, m, m);
            e = Vector256.MultiplyAddEstimate(e, m, m);
            f = Vector256.MultiplyAddEstimate(f, m, m);
            g = Vector256.MultiplyAddEstimate(g, m, m);
            h = Vector256.MultiplyAddEstimate(h, m, m);
            i = Vector256.MultiplyAddEstimate(i, m, m);
            j = Vector256.MultiplyAddEstimate(j, m, m);
            k = Vector256.MultiplyAddEstimate(k, m, m);
            l = Vector256.MultiplyAddEstimate(l, m, m);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
