using System.Runtime.CompilerServices;
using Superintel.Benchmarks.Analytics;

namespace Superintel.Benchmarks.Risk;

/// <summary>A fixed piece of work, the same on every machine: times are told as multiples of it too.</summary>
internal static class ReferenceLoop
{
    private const int Steps = 40_000;

    /// <summary>Forty thousand multiplications and additions, each waiting for the one before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Run()
    {
        var value = 0.5;
        for (var i = 0; i < Steps; i++) value = (value * 0.999999) + 0.0000005;
        return value;
    }

    public static double Seconds()
    {
        var sink = 0.0;
        var seconds = Measured.Seconds(() => sink += Run(), 200);
        return double.IsNaN(sink) ? 0 : seconds;
    }
}
