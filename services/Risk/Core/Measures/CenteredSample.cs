using System.Numerics;

namespace Superintel.Risk.Measures;

/// <summary>One side of many correlations: a sample less its mean.</summary>
public sealed class CenteredSample
{
    // Below this share of its squares a sample's variance is rounding.
    private const double Still = 1e-13;

    private readonly double[] centered;
    private readonly double squares;

    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    public CenteredSample(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) throw new ArgumentException($"Correlation needs at least two values, got {values.Length}.", nameof(values));
        var (sum, all) = (0.0, 0.0);
        foreach (var value in values) (sum, all) = (sum + value, all + (value * value));
        centered = new double[values.Length];
        for (var i = 0; i < centered.Length; i++)
        {
            centered[i] = values[i] - (sum / centered.Length);
            squares += centered[i] * centered[i];
        }

        if (squares <= Still * all) squares = 0;
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
        var (one, two) = (new Vector<double>(firstWeight), new Vector<double>(secondWeight));
        var (sums, dots, selves, i) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var value = (one * new Vector<double>(first[i..])) + (two * new Vector<double>(second[i..]));
            (new Vector<double>(total[i..]) + value).CopyTo(total[i..]);
            sums += value;
            selves += value * value;
            dots += value * new Vector<double>(centered, i);
        }

        var (sum, own, both) = (Vector.Sum(sums), Vector.Sum(selves), Vector.Sum(dots));
        for (; i < length; i++)
        {
            var value = (firstWeight * first[i]) + (secondWeight * second[i]);
            total[i] += value;
            (sum, own, both) = (sum + value, own + (value * value), both + (value * centered[i]));
        }

        // The other side sums to zero: this one's mean drops out of the product.
        var varied = own - (sum * sum / length);
        return squares == 0 || varied <= Still * own ? double.NaN : Math.Clamp(both / Math.Sqrt(squares * varied), -1, 1);
    }
}
