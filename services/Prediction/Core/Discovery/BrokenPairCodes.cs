namespace Superintel.Prediction.Discovery;

/// <summary>Why a pair is no pair any more. Stable codes.</summary>
public static class BrokenPairCodes
{
    public const string CointegrationLost = "cointegration-lost";
    public const string HedgeRatioOutOfRange = "hedge-ratio-out-of-range";
    public const string CannotBeTested = "cannot-be-tested";
}
