namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>What a replay is doing.</summary>
public enum ReplayState
{
    /// <summary>Publishing slices at its pace.</summary>
    Running = 1,

    /// <summary>Waiting for the rest of the fleet.</summary>
    Holding = 2,

    /// <summary>Stopped by an operator.</summary>
    Paused = 3,

    /// <summary>Every slice is out.</summary>
    Finished = 4,

    /// <summary>There is none: the fleet is on real time.</summary>
    Off = 5,
}
