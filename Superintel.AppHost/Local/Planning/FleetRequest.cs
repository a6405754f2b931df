using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Planning;

/// <param name="WantedPorts">Ports that a person fixed, by the names of the port book; the gateway's is always there.</param>
/// <param name="SlicesPerSecond">Speed of the replay; null leaves it as configured.</param>
public sealed record FleetRequest(
    Repository Repository,
    StateFolder Folder,
    IReadOnlyDictionary<string, int> WantedPorts,
    double? SlicesPerSecond);
