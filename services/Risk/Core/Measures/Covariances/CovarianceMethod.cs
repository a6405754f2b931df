namespace Superintel.Risk.Measures.Covariances;

/// <summary>How a covariance matrix is estimated.</summary>
public enum CovarianceMethod
{
    /// <summary>Unbiased, divided by n - 1.</summary>
    Sample = 1,

    /// <summary>Exponentially weighted, RiskMetrics' decay 0.94.</summary>
    Ewma = 2,

    /// <summary>Ledoit and Wolf's shrinkage to a multiple of the identity.</summary>
    LedoitWolf = 3,

    /// <summary>Oracle approximating shrinkage to a multiple of the identity.</summary>
    Oas = 4,
}
