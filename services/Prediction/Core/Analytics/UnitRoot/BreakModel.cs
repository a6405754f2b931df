namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>What breaks once in a Zivot-Andrews regression.</summary>
public enum BreakModel
{
    /// <summary>The level ("c").</summary>
    Level,

    /// <summary>The trend ("t").</summary>
    Trend,

    /// <summary>Both ("ct").</summary>
    LevelAndTrend,
}
