namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Variance and squared shock that stand for the time before the first return.</summary>
public enum PresampleVariance
{
    /// <summary>Weighted mean (0.94 per bar) of the first 75 squared shocks about the sample mean, as arch.</summary>
    Backcast,

    /// <summary>Mean squared shock of the sample, as fGarch and Fiorentini, Calzolari and Panattoni (1996).</summary>
    Sample,
}
