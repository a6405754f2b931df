namespace Superintel.Prediction.Analytics;

/// <summary>The closed set of reasons for which the numeric library refuses its input.</summary>
public static class SeriesFaultCodes
{
    public const string TooShort = "too-short";
    public const string LengthMismatch = "length-mismatch";
    public const string NotFinite = "not-finite";
    public const string ConstantSeries = "constant-series";
    public const string CollinearSeries = "collinear-series";
    public const string PerfectFit = "perfect-fit";
    public const string NotPositive = "not-positive";
    public const string NotMeanReverting = "not-mean-reverting";
    public const string TooManySeries = "too-many-series";
    public const string LagOutOfRange = "lag-out-of-range";
    public const string DuplicateTimestamp = "duplicate-timestamp";
    public const string UnorderedTimestamp = "unordered-timestamp";
    public const string NegativeDependence = "negative-dependence";
    public const string NotAProbability = "not-a-probability";
    public const string NotConverged = "not-converged";
}
