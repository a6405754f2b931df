namespace Superintel.ServiceDefaults.Clock;

/// <summary>Where the fleet's time comes from (Clock:Mode).</summary>
public enum ClockMode
{
    /// <summary>The machine's clock.</summary>
    System,

    /// <summary>The replayed bars.</summary>
    Replay,
}
