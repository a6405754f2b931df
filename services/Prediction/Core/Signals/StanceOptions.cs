namespace Superintel.Prediction.Signals;

/// <summary>When a stance is opened and closed, beside the ensemble's thresholds. Z-scores are those of the signal.</summary>
public sealed record StanceOptions
{
    /// <summary>Least |z| at which a stance may open, default 1.5: an entry needs room to its exit. Above the exit.</summary>
    public double EntryZ { get; init; } = 1.5;

    /// <summary>|z| at which a stance is closed on its way to the mean, default 0.25. 0 or more.</summary>
    public double ExitZ { get; init; } = 0.25;

    /// <summary>|z| against the stance at which it is closed, and beyond which none opens, default 4. Above the entry.</summary>
    public double StopZ { get; init; } = 4;

    /// <summary>A stance is closed after this many half-lives of its formation, default 3. Above 0.</summary>
    public double TimeStopHalfLives { get; init; } = 3;

    /// <summary>Least number of bars before the time stop, default 5. 1 or more.</summary>
    public int LeastTimeStopBars { get; init; } = 5;

    /// <summary>Bars before a pair may open again after an exit, default 3. 0 or more.</summary>
    public int CoolDownBars { get; init; } = 3;

    /// <summary>The same after a stop, a time stop or a broken pair, default 21. 0 or more.</summary>
    public int CoolDownAfterStopBars { get; init; } = 21;

    /// <summary>Close a stance when its pair is not selected again, even if the pair is not broken; default false.</summary>
    public bool CloseWhenDeselected { get; init; }
}
