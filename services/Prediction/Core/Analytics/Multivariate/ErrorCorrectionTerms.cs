namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>Deterministic terms of a vector error correction model, inside the cointegrating relations or outside of them; a term is
/// not both.</summary>
[Flags]
public enum ErrorCorrectionTerms
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Constant inside (statsmodels <c>ci</c>).</summary>
    ConstantInside = 1,

    /// <summary>Constant outside (<c>co</c>): levels may drift.</summary>
    ConstantOutside = 2,

    /// <summary>Trend inside (<c>li</c>).</summary>
    TrendInside = 4,

    /// <summary>Trend outside (<c>lo</c>).</summary>
    TrendOutside = 8,
}
