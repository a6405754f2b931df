using System.Numerics;

namespace Superintel.Risk.Measures;

/// <summary>One side of many correlations: a sample less its mean.</summary>
public sealed class CenteredSample
{
    private readonly double[] centered;
    private readonly double squares;

    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    public CenteredSample(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) throw new ArgumentException($"Correlation needs at least two values, got {values.Length}.", nameof(values));
        var mean = Sum(values) / values.Length;
        centered = new double[values.Length];
        for (var i = 0; i < centered.Length; i++)
        {
            centered[i] = values[i] - mean;
            squares += centered[i] * centered[i];
        }
    }

    /// <summary>Pearson's correlation with another sample of the same days.</summary>
    /// <returns>In [-1, 1]; NaN when a side does not vary.</returns>
    /// <exception cref="ArgumentException">Another length.</exception>
    public double CorrelationWith(ReadOnlySpan<double> other)
    {
        if (other.Length != centered.Length)
            throw new ArgumentException($"Two samples of one length are needed, not {centered.Length} and {other.Length}.", nameof(other));
        var mean = Sum(other) / other.Length;
        var (both, own, middle, i) = (Vector<double>.Zero, Vector<double>.Zero, new Vector<double>(mean), 0);
        for (; i <= other.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var away = new Vector<double>(other[i..]) - middle;
            both += away * new Vector<double>(centered, i);
            own += away * away;
        }

        var (product, otherSquares) = (Vector.Sum(both), Vector.Sum(own));
        for (; i < other.Length; i++)
        {
            product += (other[i] - mean) * centered[i];
            otherSquares += (other[i] - mean) * (other[i] - mean);
        }

        return squares == 0 || otherSquares == 0 ? double.NaN : Math.Clamp(product / Math.Sqrt(squares * otherSquares), -1, 1);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var (sum, i) = (Vector<double>.Zero, 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count) sum += new Vector<double>(values[i..]);
        var total = Vector.Sum(sum);
        for (; i < values.Length; i++) total += values[i];
        return total;
    }
}
