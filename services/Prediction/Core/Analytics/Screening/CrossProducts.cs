using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Superintel.Prediction.Analytics.Screening;

/// <summary>The only work of the screen that grows with the number of bars.</summary>
internal static class CrossProducts
{
    /// <summary>Sums, per lane and product, differences times weights over all bars.</summary>
    /// <param name="differences">One row of lanes per bar.</param>
    /// <param name="weights">One row of products per bar.</param>
    /// <param name="bars">Number of bars.</param>
    /// <param name="destination">Receives one row of lanes per product.</param>
    // A leaf of its own: fourteen accumulators stay in registers only where nothing else wants them.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<T>(ReadOnlySpan<double> differences, ReadOnlySpan<double> weights, int bars, Span<double> destination)
        where T : struct, ILane<T>
    {
        T a0 = T.Zero, a1 = T.Zero, a2 = T.Zero, a3 = T.Zero, a4 = T.Zero, a5 = T.Zero, a6 = T.Zero;
        T a7 = T.Zero, a8 = T.Zero, a9 = T.Zero, a10 = T.Zero, a11 = T.Zero, a12 = T.Zero, a13 = T.Zero;
        ref double d = ref MemoryMarshal.GetReference(differences);
        ref double w = ref MemoryMarshal.GetReference(weights);
        for (int t = 0; t < bars; t++)
        {
            T x = T.Load(ref d);
            a0 = T.MultiplyAdd(T.Broadcast(w), x, a0);
            a1 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 1)), x, a1);
            a2 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 2)), x, a2);
            a3 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 3)), x, a3);
            a4 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 4)), x, a4);
            a5 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 5)), x, a5);
            a6 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 6)), x, a6);
            a7 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 7)), x, a7);
            a8 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 8)), x, a8);
            a9 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 9)), x, a9);
            a10 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 10)), x, a10);
            a11 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 11)), x, a11);
            a12 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 12)), x, a12);
            a13 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref w, 13)), x, a13);
            d = ref Unsafe.Add(ref d, T.Count);
            w = ref Unsafe.Add(ref w, SeriesLayout.Products);
        }

        ref double to = ref MemoryMarshal.GetReference(destination);
        T.Store(a0, ref to);
        T.Store(a1, ref Unsafe.Add(ref to, T.Count));
        T.Store(a2, ref Unsafe.Add(ref to, 2 * T.Count));
        T.Store(a3, ref Unsafe.Add(ref to, 3 * T.Count));
        T.Store(a4, ref Unsafe.Add(ref to, 4 * T.Count));
        T.Store(a5, ref Unsafe.Add(ref to, 5 * T.Count));
        T.Store(a6, ref Unsafe.Add(ref to, 6 * T.Count));
        T.Store(a7, ref Unsafe.Add(ref to, 7 * T.Count));
        T.Store(a8, ref Unsafe.Add(ref to, 8 * T.Count));
        T.Store(a9, ref Unsafe.Add(ref to, 9 * T.Count));
        T.Store(a10, ref Unsafe.Add(ref to, 10 * T.Count));
        T.Store(a11, ref Unsafe.Add(ref to, 11 * T.Count));
        T.Store(a12, ref Unsafe.Add(ref to, 12 * T.Count));
        T.Store(a13, ref Unsafe.Add(ref to, 13 * T.Count));
    }
}
