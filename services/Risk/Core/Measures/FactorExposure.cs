using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Risk.Measures;

/// <summary>How a return follows others: with one factor its beta.</summary>
/// <param name="Alpha">Return per period that no factor explains.</param>
/// <param name="Betas">One per factor.</param>
/// <param name="RSquared">Share of the variance that the factors explain.</param>
public sealed record FactorExposure(double Alpha, double[] Betas, double RSquared)
{
    /// <summary>Ordinary least squares on the factors' returns over the same periods.</summary>
    public static FactorExposure Of(ReadOnlySpan<double> returns, ReturnPanel factors)
    {
        var flat = new double[factors.Assets * factors.Periods];
        for (var i = 0; i < factors.Assets; i++) factors.Returns(i).CopyTo(flat.AsSpan(i * factors.Periods));
        var fit = OrdinaryLeastSquares.FitMany(returns, flat);
        return new FactorExposure(fit.Intercept, [.. fit.Slopes], fit.RSquared);
    }
}
