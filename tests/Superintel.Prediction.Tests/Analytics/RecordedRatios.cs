namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Time of a kernel over the time of the fixed loop, as measured on the machine that docs/analytics.md names, shared with other
/// work.</summary>
internal static class RecordedRatios
{
    public const double DickeyFuller = 0.1;
    public const double EngleGranger = 0.1;
    public const double Johansen = 2;
    public const double Kalman = 0.08;
    public const double ZScore = 0.018;
    public const double Screen = 10;
}
