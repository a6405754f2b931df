namespace Superintel.AppHost.Local.Parts;

public enum PartHealth
{
    /// <summary>Not started yet: something it references is not healthy.</summary>
    Waiting,

    /// <summary>Its process runs and has not answered its probe yet.</summary>
    Starting,

    Healthy,

    /// <summary>Works, with something missing that it names. Whoever waits for it may start.</summary>
    Degraded,

    /// <summary>Its process runs, was healthy once, and fails its probe.</summary>
    Unhealthy,

    /// <summary>Its process ended by itself; it starts again after a delay.</summary>
    Restarting,

    /// <summary>Ended because it was asked to.</summary>
    Stopped,
}
