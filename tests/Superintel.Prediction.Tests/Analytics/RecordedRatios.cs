namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Time of a kernel over the time of the fixed loop, as measured.</summary>
internal static class RecordedRatios
{
    public const double DickeyFuller = 0.15;
    public const double EngleGranger = 0.15;
    public const double Johansen = 3.0;
    public const double Kalman = 0.15;
    public const double ZScore = 0.02;
    public const double Screen = 7.0;
}
