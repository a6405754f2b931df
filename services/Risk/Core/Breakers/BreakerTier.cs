namespace Superintel.Risk.Breakers;

/// <summary>How far a breaker has opened. Each tier includes the ones before.</summary>
public enum BreakerTier
{
    Closed = 0,

    /// <summary>Risk clears no entries.</summary>
    PauseEntries = 1,

    /// <summary>The kill switch lets only exits through: entries at work are canceled.</summary>
    ReduceOnly = 2,

    /// <summary>What is held is closed.</summary>
    Flatten = 3,

    /// <summary>What is held is closed, then the desk is halted.</summary>
    Stop = 4,
}
