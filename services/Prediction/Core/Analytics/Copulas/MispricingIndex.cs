namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>How dear each of two series is, given the other.</summary>
/// <remarks>Xie, Liew, Wu and Zou (2016), Pairs trading with copulas: the index of a series is the probability of a value as low as the
/// present one given the other's; above one half it is dear, below one half cheap. The cumulative index sums the distances from one
/// half.</remarks>
public static class MispricingIndex
{
    /// <summary>Writes both indices.</summary>
    /// <param name="copula">Dependence, from a training window.</param>
    /// <param name="u">Scores of the first series, inside (0, 1).</param>
    /// <param name="v">Scores of the second series.</param>
    /// <param name="first">Receives P(U at most u | V = v) per pair.</param>
    /// <param name="second">Receives P(V at most v | U = u) per pair.</param>
    public static void Fill(
        ICopula copula, ReadOnlySpan<double> u, ReadOnlySpan<double> v, Span<double> first, Span<double> second)
    {
        for (int i = 0; i < u.Length; i++)
        {
            first[i] = copula.Conditional(u[i], v[i]);
            second[i] = copula.Conditional(v[i], u[i]);
        }
    }

    /// <summary>Replaces indices by the running sum of their distances from one half.</summary>
    public static void Accumulate(Span<double> indices)
    {
        double sum = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            sum += indices[i] - 0.5;
            indices[i] = sum;
        }
    }
}
