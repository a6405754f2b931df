namespace Superintel.AppHost.Model;

/// <summary>What the fleet is turned into; it decides who listens where and who brings the telemetry.</summary>
public enum FleetTarget
{
    /// <summary>Processes of this machine, with the dashboard beside them.</summary>
    Processes,

    /// <summary>A running Aspire application: processes and containers of this machine, telemetry and dashboard by Aspire.</summary>
    AspireRun,

    /// <summary>Containers on a network of their own: the manifest, Compose, Kubernetes.</summary>
    Containers,
}
