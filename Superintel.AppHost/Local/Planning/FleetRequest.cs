using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Planning;

/// <param name="WantedPorts">Ports that a person fixed, by the names of the port book; the gateway's is always there.</param>
/// <param name="SlicesPerSecond">Speed of the replay; null leaves it as configured.</param>
public sealed record FleetRequest(
    Repository Repository,
    StateFolder Folder,
    IReadOnlyDictionary<string, int> WantedPorts,
    double? SlicesPerSecond)
{
    /// <summary>Time is the machine's and nothing is replayed: bars come from the sources that the settings enable.</summary>
    public bool Live { get; init; }

    /// <summary>A file with settings for the services, absolute; null for none.</summary>
    public string? Settings { get; init; }
}
