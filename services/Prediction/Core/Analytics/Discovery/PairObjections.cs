namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>The closed set of reasons for which a significant pair is not confirmed.</summary>
public static class PairObjections
{
    public const string ReverseDirection = "reverse-direction";
    public const string JohansenDisagrees = "johansen-disagrees";
    public const string HalfLifeOutsideWindow = "half-life-outside-window";
    public const string HurstTooHigh = "hurst-too-high";
    public const string TooFewCrossings = "too-few-crossings";
    public const string StationaryLeg = "stationary-leg";
    public const string StructuralBreak = "structural-break";
}
