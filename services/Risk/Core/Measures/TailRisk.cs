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
        var sorted = Sorted(returns, confidence, out var tail);
        return -sorted[(int)Math.Ceiling(tail) - 1];
    }

    /// <summary>Expected shortfall (CVaR): the mean of the worst 1 - confidence of the sample, the boundary return taken in part.</summary>
    /// <inheritdoc cref="HistoricalVar" path="/param|/exception" />
    /// <returns>A loss, positive when the tail loses; never below <see cref="HistoricalVar"/>.</returns>
    /// <remarks>Acerbi and Tasche (2002), On the coherence of expected shortfall, definition 3.4 for a discrete sample.</remarks>
    public static double HistoricalCvar(ReadOnlySpan<double> returns, double confidence)
    {
        var sorted = Sorted(returns, confidence, out var tail);
        var whole = (int)Math.Floor(tail);
        var sum = 0.0;
        for (var i = 0; i < whole; i++) sum += sorted[i];
        if (tail > whole) sum += (tail - whole) * sorted[whole];
        return -sum / tail;
    }

    private static double[] Sorted(ReadOnlySpan<double> returns, double confidence, out double tail)
    {
        if (returns.Length < 20) throw new ArgumentException($"A tail needs at least 20 returns, got {returns.Length}.", nameof(returns));
        if (confidence is not (> 0.5 and < 1))
            throw new ArgumentException($"Confidence {confidence} is not in (0.5, 1).", nameof(confidence));
        foreach (var value in returns)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("A return is not finite.", nameof(returns));
        }
        var sorted = returns.ToArray();
        Array.Sort(sorted);
        // 0.05 x 1000 is 50.000000000000043 in binary: without this a whole number of returns would spill into the next.
        tail = Math.Round((1 - confidence) * sorted.Length, 9);
        return sorted;
    }
}
