namespace Superintel.Prediction.Signals;

/// <summary>Where prediction stands on a pair's spread. Long: A bought, B sold.</summary>
public enum StanceSide
{
    Flat = 0,
    Long = 1,
    Short = 2,
}
