namespace Superintel.AppHost.Local.Parts;

/// <summary>What <c>status</c> says about one part.</summary>
/// <param name="Health">A <see cref="PartHealth"/> in lower case.</param>
/// <param name="Pid">Process id, null while no process runs.</param>
/// <param name="RssBytes">Memory of the process and its children: proportional share of shared pages.</param>
/// <param name="Restarts">Starts after a crash since the fleet came up.</param>
/// <param name="LastEnd">How the last run ended, null when none has.</param>
public sealed record PartStatus(string Name, string Health, string Url, int? Pid, long RssBytes, int Restarts, string? LastEnd)
{
    /// <summary>What a degraded part works without, by the names of its own checks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
