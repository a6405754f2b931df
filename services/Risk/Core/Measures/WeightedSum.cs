using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Superintel.Risk.Measures;

/// <summary>Sums of weighted series, each step a multiplication and an addition: the same numbers whatever the registers.</summary>
internal static class WeightedSum
{
    /// <summary>Adds a weighted series to a total.</summary>
    /// <exception cref="ArgumentException">The series is shorter than the total.</exception>
    public static void Add(double weight, ReadOnlySpan<double> series, Span<double> total)
    {
        if (series.Length < total.Length) throw new ArgumentException($"{total.Length} values are needed.", nameof(series));
        ref var from = ref MemoryMarshal.GetReference(series);
        ref var to = ref MemoryMarshal.GetReference(total);
        var (factor, i, last) = (new Vector<double>(weight), 0, total.Length - Vector<double>.Count);
        for (; i <= last; i += Vector<double>.Count)
        {
            var sum = Vector.LoadUnsafe(ref to, (nuint)i) + (factor * Vector.LoadUnsafe(ref from, (nuint)i));
            sum.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < total.Length; i++) Unsafe.Add(ref to, i) += weight * Unsafe.Add(ref from, i);
    }
}
