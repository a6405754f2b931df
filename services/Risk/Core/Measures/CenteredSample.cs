using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Superintel.Risk.Measures;

/// <summary>One side of many correlations: a sample less its mean.</summary>
public readonly ref struct CenteredSample
{
    // Below this share of its squares a sample's variance is rounding.
    private const double Still = 1e-13;

    private readonly ReadOnlySpan<double> centered;
    private readonly double squares;

    /// <param name="memory">Room for the sample; as long as it is used, it belongs to it.</param>
    /// <exception cref="ArgumentException">Fewer than two values, or too little room.</exception>
    public CenteredSample(ReadOnlySpan<double> values, Span<double> memory)
    {
        if (values.Length < 2) throw new ArgumentException($"Correlation needs at least two values, got {values.Length}.", nameof(values));
        var (sum, all) = (0.0, 0.0);
        foreach (var value in values) (sum, all) = (sum + value, all + (value * value));
        var own = memory[..values.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = values[i] - (sum / own.Length);
            squares += own[i] * own[i];
        }

        if (squares <= Still * all) squares = 0;
        centered = own;
    }

    /// <summary>Correlates with the weighted sum of two samples, and adds that sum to a total, in one pass.</summary>
    /// <param name="first">Of the same days; so are the others.</param>
    /// <param name="total">Gets the weighted sum added.</param>
    /// <returns>Pearson's correlation in [-1, 1]; NaN when a side does not vary.</returns>
    /// <exception cref="ArgumentException">Another length.</exception>
    public double CorrelateAndAdd(
        double firstWeight, ReadOnlySpan<double> first, double secondWeight, ReadOnlySpan<double> second, Span<double> total)
    {
        var length = centered.Length;
        if (first.Length != length || second.Length != length || total.Length != length)
            throw new ArgumentException($"Samples of {length} values are needed.", nameof(first));
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var to = ref MemoryMarshal.GetReference(total);
        ref var middle = ref MemoryMarshal.GetReference(centered);
        var (one, two) = (new Vector<double>(firstWeight), new Vector<double>(secondWeight));
        var (sums, dots, selves, i) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, 0);
        for (var last = length - Vector<double>.Count; i <= last; i += Vector<double>.Count)
        {
            var at = (nuint)i;
            var value = (one * Vector.LoadUnsafe(ref a, at)) + (two * Vector.LoadUnsafe(ref b, at));
            (Vector.LoadUnsafe(ref to, at) + value).StoreUnsafe(ref to, at);
            sums += value;
            selves += value * value;
            dots += value * Vector.LoadUnsafe(ref middle, at);
        }

        var (sum, own, both) = (Vector.Sum(sums), Vector.Sum(selves), Vector.Sum(dots));
        for (; i < length; i++)
        {
            var value = (firstWeight * Unsafe.Add(ref a, i)) + (secondWeight * Unsafe.Add(ref b, i));
            Unsafe.Add(ref to, i) += value;
            (sum, own, both) = (sum + value, own + (value * value), both + (value * Unsafe.Add(ref middle, i)));
        }

        // The other side sums to zero: this one's mean drops out of the product.
        var varied = own - (sum * sum / length);
        return squares == 0 || varied <= Still * own ? double.NaN : Math.Clamp(both / Math.Sqrt(squares * varied), -1, 1);
    }
}
