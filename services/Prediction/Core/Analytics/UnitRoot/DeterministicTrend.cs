namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Deterministic terms of a regression; the numeric value is the number of terms.</summary>
public enum DeterministicTrend
{
    /// <summary>No deterministic term ("n").</summary>
    None = 0,

    /// <summary>A constant ("c").</summary>
    Constant = 1,

    /// <summary>A constant and a linear trend ("ct").</summary>
    ConstantTrend = 2,

    /// <summary>A constant, a linear and a quadratic trend ("ctt").</summary>
    ConstantTrendSquared = 3,
}
