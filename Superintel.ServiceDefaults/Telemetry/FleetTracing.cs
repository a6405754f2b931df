using System.Diagnostics;

namespace Superintel.ServiceDefaults.Telemetry;

/// <summary>The fleet's own spans.</summary>
public static class FleetTracing
{
    public static ActivitySource Source { get; } = new("Superintel");
}
