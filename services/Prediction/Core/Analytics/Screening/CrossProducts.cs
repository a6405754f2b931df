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

    /// <summary>The same for two blocks of lanes at once: every weight is read once for both.</summary>
    /// <param name="first">Differences of the first block.</param>
    /// <param name="second">Differences of the second block.</param>
    /// <param name="weights">One row of products per bar.</param>
    /// <param name="bars">Number of bars.</param>
    /// <param name="destination">Receives the first block's products, then the second's.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void AccumulateTwo<T>(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> weights, int bars, Span<double> destination)
        where T : struct, ILane<T>
    {
        T a0 = T.Zero, a1 = T.Zero, a2 = T.Zero, a3 = T.Zero, a4 = T.Zero, a5 = T.Zero, a6 = T.Zero;
        T a7 = T.Zero, a8 = T.Zero, a9 = T.Zero, a10 = T.Zero, a11 = T.Zero, a12 = T.Zero, a13 = T.Zero;
        T b0 = T.Zero, b1 = T.Zero, b2 = T.Zero, b3 = T.Zero, b4 = T.Zero, b5 = T.Zero, b6 = T.Zero;
        T b7 = T.Zero, b8 = T.Zero, b9 = T.Zero, b10 = T.Zero, b11 = T.Zero, b12 = T.Zero, b13 = T.Zero;
        ref double d = ref MemoryMarshal.GetReference(first);
        ref double e = ref MemoryMarshal.GetReference(second);
        ref double w = ref MemoryMarshal.GetReference(weights);
        for (int t = 0; t < bars; t++)
        {
            T x = T.Load(ref d);
            T y = T.Load(ref e);
            T v0 = T.Broadcast(w);
            a0 = T.MultiplyAdd(v0, x, a0);
            b0 = T.MultiplyAdd(v0, y, b0);
            T v1 = T.Broadcast(Unsafe.Add(ref w, 1));
            a1 = T.MultiplyAdd(v1, x, a1);
            b1 = T.MultiplyAdd(v1, y, b1);
            T v2 = T.Broadcast(Unsafe.Add(ref w, 2));
            a2 = T.MultiplyAdd(v2, x, a2);
            b2 = T.MultiplyAdd(v2, y, b2);
            T v3 = T.Broadcast(Unsafe.Add(ref w, 3));
            a3 = T.MultiplyAdd(v3, x, a3);
            b3 = T.MultiplyAdd(v3, y, b3);
            T v4 = T.Broadcast(Unsafe.Add(ref w, 4));
            a4 = T.MultiplyAdd(v4, x, a4);
            b4 = T.MultiplyAdd(v4, y, b4);
            T v5 = T.Broadcast(Unsafe.Add(ref w, 5));
            a5 = T.MultiplyAdd(v5, x, a5);
            b5 = T.MultiplyAdd(v5, y, b5);
            T v6 = T.Broadcast(Unsafe.Add(ref w, 6));
            a6 = T.MultiplyAdd(v6, x, a6);
            b6 = T.MultiplyAdd(v6, y, b6);
            T v7 = T.Broadcast(Unsafe.Add(ref w, 7));
            a7 = T.MultiplyAdd(v7, x, a7);
            b7 = T.MultiplyAdd(v7, y, b7);
            T v8 = T.Broadcast(Unsafe.Add(ref w, 8));
            a8 = T.MultiplyAdd(v8, x, a8);
            b8 = T.MultiplyAdd(v8, y, b8);
            T v9 = T.Broadcast(Unsafe.Add(ref w, 9));
            a9 = T.MultiplyAdd(v9, x, a9);
            b9 = T.MultiplyAdd(v9, y, b9);
            T v10 = T.Broadcast(Unsafe.Add(ref w, 10));
            a10 = T.MultiplyAdd(v10, x, a10);
            b10 = T.MultiplyAdd(v10, y, b10);
            T v11 = T.Broadcast(Unsafe.Add(ref w, 11));
            a11 = T.MultiplyAdd(v11, x, a11);
            b11 = T.MultiplyAdd(v11, y, b11);
            T v12 = T.Broadcast(Unsafe.Add(ref w, 12));
            a12 = T.MultiplyAdd(v12, x, a12);
            b12 = T.MultiplyAdd(v12, y, b12);
            T v13 = T.Broadcast(Unsafe.Add(ref w, 13));
            a13 = T.MultiplyAdd(v13, x, a13);
            b13 = T.MultiplyAdd(v13, y, b13);
            d = ref Unsafe.Add(ref d, T.Count);
            e = ref Unsafe.Add(ref e, T.Count);
            w = ref Unsafe.Add(ref w, SeriesLayout.Products);
        }

        ref double to = ref MemoryMarshal.GetReference(destination);
        T.Store(a0, ref Unsafe.Add(ref to, 0 * T.Count));
        T.Store(a1, ref Unsafe.Add(ref to, 1 * T.Count));
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
        T.Store(b0, ref Unsafe.Add(ref to, 14 * T.Count));
        T.Store(b1, ref Unsafe.Add(ref to, 15 * T.Count));
        T.Store(b2, ref Unsafe.Add(ref to, 16 * T.Count));
        T.Store(b3, ref Unsafe.Add(ref to, 17 * T.Count));
        T.Store(b4, ref Unsafe.Add(ref to, 18 * T.Count));
        T.Store(b5, ref Unsafe.Add(ref to, 19 * T.Count));
        T.Store(b6, ref Unsafe.Add(ref to, 20 * T.Count));
        T.Store(b7, ref Unsafe.Add(ref to, 21 * T.Count));
        T.Store(b8, ref Unsafe.Add(ref to, 22 * T.Count));
        T.Store(b9, ref Unsafe.Add(ref to, 23 * T.Count));
        T.Store(b10, ref Unsafe.Add(ref to, 24 * T.Count));
        T.Store(b11, ref Unsafe.Add(ref to, 25 * T.Count));
        T.Store(b12, ref Unsafe.Add(ref to, 26 * T.Count));
        T.Store(b13, ref Unsafe.Add(ref to, 27 * T.Count));
    }
}
