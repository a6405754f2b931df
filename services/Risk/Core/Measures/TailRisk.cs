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

    /// <summary>The periods of the tail, worst first, the earlier first where they are alike.</summary>
    /// <param name="returns">At least 20, finite.</param>
    /// <param name="memory">As long as <paramref name="returns"/>; its content is lost.</param>
    /// <param name="periods">As long as the tail: see <see cref="TailLength"/>.</param>
    internal static void TailPeriods(ReadOnlySpan<double> returns, Span<double> memory, Span<int> periods)
    {
        returns.CopyTo(memory);
        SelectSmallest(memory, periods.Length);
        var worst = memory[..periods.Length];
        worst.Sort();
        var (boundary, below, found) = (worst[^1], 0, 0);
        while (worst[below] < boundary) below++;
        // What lies below the boundary is in the tail; of its equals only the first ones.
        var equals = periods.Length - below;
        for (var t = 0; t < returns.Length && found < periods.Length; t++)
        {
            if (returns[t] > boundary || (returns[t] == boundary && equals-- <= 0)) continue;
            (worst[found], periods[found]) = (returns[t], t);
            found++;
        }

        worst.Sort(periods);
        // Sorting leaves equals in any order: by time they are the same on every machine.
        for (var (from, to) = (0, 1); to <= worst.Length; to++)
        {
            if (to < worst.Length && worst[to] == worst[from]) continue;
            periods[from..to].Sort();
            from = to;
        }
    }

    /// <summary>How many of so many periods are in the tail, the last in part.</summary>
    internal static double TailLength(int periods, double confidence) => Math.Round((1 - confidence) * periods, 9);

    private static (double Var, double Cvar) Tail(Span<double> sample, double confidence)
    {
        // 0.05 x 1000 is 50.000000000000043 in binary: without this a whole number of returns would spill into the next.
        var tail = TailLength(sample.Length, confidence);
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
