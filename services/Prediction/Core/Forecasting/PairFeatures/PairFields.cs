namespace Superintel.Prediction.Forecasting.PairFeatures;

/// <summary>Names of the fields of <see cref="PairFeatureSchema"/>.</summary>
public static class PairFields
{
    public const string LogPriceA = "log-price-a";
    public const string LogPriceB = "log-price-b";
    public const string ReturnA = "return-a";
    public const string ReturnB = "return-b";
    public const string ReturnCorrelation = "return-correlation";
    public const string Intercept = "intercept";
    public const string HedgeRatio = "hedge-ratio";
    public const string FormationHalfLife = "formation-half-life";
    public const string Spread = "spread";
    public const string SpreadMean = "spread-mean";
    public const string SpreadDeviation = "spread-deviation";
    public const string ZScore = "z-score";
    public const string SpreadVolatility = "spread-volatility";
    public const string ReversionSpeed = "reversion-speed";
    public const string ReversionT = "reversion-t";
    public const string ReversionPValue = "reversion-p-value";
    public const string Equilibrium = "equilibrium";
    public const string SpeedA = "speed-a";
    public const string SpeedAT = "speed-a-t";
    public const string SpeedB = "speed-b";
    public const string SpeedBT = "speed-b-t";
    public const string OuTheta = "ou-theta";
    public const string OuMu = "ou-mu";
    public const string OuSigma = "ou-sigma";
    public const string KalmanHedgeRatio = "kalman-hedge-ratio";
    public const string KalmanHedgeRatioDeviation = "kalman-hedge-ratio-deviation";
    public const string KalmanInnovation = "kalman-innovation";
}
