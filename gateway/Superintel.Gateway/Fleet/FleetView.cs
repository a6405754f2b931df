namespace Superintel.Gateway.Fleet;

/// <summary>The fleet at a glance.</summary>
/// <param name="Dashboard">Where traces, metrics and logs are shown, or null.</param>
public sealed record FleetView(IReadOnlyList<FleetPart> Parts, string? Dashboard);
