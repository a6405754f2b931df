using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Local.Control;

/// <summary>The answer to <c>status</c>.</summary>
/// <param name="State">starting, ready, stopping, or stopped when no host runs.</param>
public sealed record FleetStatus(IReadOnlyList<PartStatus> Parts, FleetUrls Urls, string State, int? Pid)
{
    public static FleetStatus Stopped { get; } = new([], new FleetUrls(null, null), "stopped", null);
}
