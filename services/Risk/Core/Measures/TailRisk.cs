using System.Buffers;

namespace Superintel.Risk.Measures;

/// <summary>Historical tail measures of a return sample.</summary>
public static class TailRisk
{
    /// <summary>Value at risk: the loss that the worst 1 - confidence of the sample begins with.</summary>
    /// <param name="returns">Simple returns, dimensionless, any order, at least 20, all finite. Not changed.</param>
    /// <param name="confidence">In (0.5, 1), for example 0.95.</param>
    /// <returns>A loss, positive when the tail loses.</returns>
    /// <exception cref="ArgumentException">Too few or non-finite returns, or a confidence out of range.</exception>
    /// <remarks>Inverse of the empirical distribution function: the k-th smallest return, k = ceiling of (1 - confidence) n.</remarks>
    public static double HistoricalVar(ReadOnlySpan<double> returns, double confidence)
    {
        return Historical(returns, confidence).Var;
    }

    /// <summary>Expected shortfall (CVaR): the mean of the worst 1 - confidence of the sample, the boundary return taken in part.</summary>
    /// <inheritdoc cref="HistoricalVar" path="/param|/exception" />
    /// <returns>A loss, positive when the tail loses; never below <see cref="HistoricalVar"/>.</returns>
    /// <remarks>Acerbi and Tasche (2002), On the coherence of expected shortfall, definition 3.4 for a discrete sample.</remarks>
    public static double HistoricalCvar(ReadOnlySpan<double> returns, double confidence)
    {
        return Historical(returns, confidence).Cvar;
    }

    /// <summary>Both at once.</summary>
    /// <inheritdoc cref="HistoricalVar" path="/param|/exception" />
    public static (double Var, double Cvar) Historical(ReadOnlySpan<double> returns, double confidence)
    {
        if (returns.Length < 20) throw new ArgumentException($"A tail needs at least 20 returns, got {returns.Length}.", nameof(returns));
        if (confidence is not (> 0.5 and < 1))
            throw new ArgumentException($"Confidence {confidence} is not in (0.5, 1).", nameof(confidence));
        foreach (var value in returns)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("A return is not finite.", nameof(returns));
        }

        var rented = ArrayPool<double>.Shared.Rent(returns.Length);
        try
        {
            var sample = rented.AsSpan(0, returns.Length);
            returns.CopyTo(sample);
            return Tail(sample, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static (double Var, double Cvar) Tail(Span<double> sample, double confidence)
    {
        // 0.05 x 1000 is 50.000000000000043 in binary: without this a whole number of returns would spill into the next.
        var tail = Math.Round((1 - confidence) * sample.Length, 9);
        var count = (int)Math.Ceiling(tail);
        SelectSmallest(sample, count);
        // Sorted, so that the sum does not depend on the order of the days.
        sample[..count].Sort();
        var (boundary, whole) = (sample[count - 1], (int)Math.Floor(tail));
        var sum = 0.0;
        foreach (var value in sample[..whole]) sum += value;
        // Of the boundary return only a part belongs to the tail.
        if (tail > whole) sum += (tail - whole) * boundary;
        return (-boundary, -sum / tail);
    }

    // Hoare's selection: the smallest come first, in no order. A tail needs no more.
    private static void SelectSmallest(Span<double> values, int count)
    {
        var (low, high, wanted) = (0, values.Length - 1, count - 1);
        while (low < high)
        {
            var pivot = Median(values[low], values[low + ((high - low) / 2)], values[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot) left++;
                while (values[right] > pivot) right--;
                if (left > right) break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (wanted <= right) high = right;
            else if (wanted >= left) low = left;
            else return;
        }
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
