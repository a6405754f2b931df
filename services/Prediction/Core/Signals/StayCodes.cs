namespace Superintel.Prediction.Signals;

/// <summary>Why a stance stays as it is. Stable codes.</summary>
public static class StayCodes
{
    public const string Held = "held";
    public const string CoolingDown = "cooling-down";
    public const string Unclosed = "unclosed";
    public const string NotSelected = "not-selected";
    public const string BelowThreshold = "below-threshold";
    public const string NoRoomToExit = "no-room-to-exit";
    public const string BeyondStop = "beyond-stop";
}
