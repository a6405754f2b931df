namespace Superintel.Prediction.Signals;

/// <summary>Why a stance is closed. Stable codes; a pair that broke closes with its own code.</summary>
public static class LeaveCodes
{
    public const string Exit = "exit";
    public const string StopLoss = "stop-loss";
    public const string TimeStop = "time-stop";
    public const string Deselected = "deselected";
}
