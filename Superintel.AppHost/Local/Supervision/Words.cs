using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Supervision;

/// <summary>How a health is written in status and on the terminal.</summary>
public static class Words
{
    /// <summary>Whether others may rely on a part of this health.</summary>
    public static bool Works(this PartHealth health) => health is PartHealth.Healthy or PartHealth.Degraded;

    public static string Of(PartHealth health) => health switch
    {
        PartHealth.Waiting => "waiting",
        PartHealth.Starting => "starting",
        PartHealth.Healthy => "healthy",
        PartHealth.Degraded => "degraded",
        PartHealth.Unhealthy => "unhealthy",
        PartHealth.Restarting => "restarting",
        PartHealth.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(health), health, null),
    };
}
