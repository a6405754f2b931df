namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>What is replayed, how fast, and how long the replay waits for the rest of the fleet.</summary>
public sealed record ReplayOptions
{
    /// <summary>False: nothing is replayed; recorded files are not read.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Slices that close before this are left out; null from the first.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Slices that close at or after this are left out; null to the last.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>File names to replay; empty: those that files.csv marks. What is not replayed is imported as history.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Pace after the warm-up. Default 10; above 0, at most 10,000.</summary>
    public double SlicesPerSecond { get; init; } = 10;

    /// <summary>Slices published without pacing, so that models soon have the history they ask for. Default 260, a year of days.</summary>
    public int WarmUpSlices { get; init; } = 260;

    /// <summary>How long a slice is held for a person's answer to a proposal, on the wall clock. Default 30 s; 0 never holds.</summary>
    public TimeSpan HumanHold { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a slice is held for a machine's answer, on the wall clock. Default 30 s.</summary>
    public TimeSpan MachineHold { get; init; } = TimeSpan.FromSeconds(30);
}
