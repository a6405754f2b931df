namespace Superintel.AppHost.Local.Parts;

/// <summary>The delay before a crashed part starts again: doubles from First to Longest, and starts over after StableAfter.</summary>
public sealed record RestartPolicy
{
    /// <summary>Delay after the first crash. Default 0.5 s.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The delay never grows beyond this. Default 30 s.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A run at least this long counts as stable: the next crash is a first one again. Default 60 s.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Crashes in a row without ever being healthy after which the start of the fleet is given up. Default 5.</summary>
    public int HopelessAfter { get; init; } = 5;
}
