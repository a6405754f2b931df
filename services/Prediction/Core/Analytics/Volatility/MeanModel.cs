namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>What returns vary about.</summary>
public enum MeanModel
{
    /// <summary>Zero: returns are their own shocks.</summary>
    Zero,

    /// <summary>A constant, estimated with the variance.</summary>
    Constant,
}
