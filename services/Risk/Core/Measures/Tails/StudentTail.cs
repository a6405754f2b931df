using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Risk.Measures.Tails;

/// <summary>A Student t distribution with place and scale.</summary>
/// <param name="Freedom">Degrees of freedom, above 1, so that a mean exists.</param>
/// <param name="Location">Its middle.</param>
/// <param name="Scale">Above zero; not the standard deviation.</param>
public readonly record struct StudentTail(double Freedom, double Location, double Scale)
{
    /// <summary>Maximum likelihood over place, scale and degrees of freedom.</summary>
    /// <param name="returns">At least 20 finite values that are not all alike.</param>
    /// <exception cref="SeriesFaultException">The returns are at fault, or too many are alike: <c>not-converged</c>.</exception>
    public static StudentTail Fit(ReadOnlySpan<double> returns) => new StudentLikelihood().Fit(returns);

    /// <remarks>CVaR = -place + scale f(q) (v + q^2) / ((v - 1)(1 - confidence)), q the quantile, f the density of t with v
    /// degrees.</remarks>
    public TailEstimate Tail(double confidence)
    {
        var quantile = Student.Quantile(1 - confidence, Freedom);
        var density = Math.Exp(Student.LogDensity(quantile, Freedom));
        var beyond = density * (Freedom + (quantile * quantile)) / ((Freedom - 1) * (1 - confidence));
        return new TailEstimate(-(Location + (Scale * quantile)), -Location + (Scale * beyond));
    }
}
