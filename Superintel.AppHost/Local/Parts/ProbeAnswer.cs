namespace Superintel.AppHost.Local.Parts;

/// <summary>What a part answered to its probe.</summary>
/// <param name="Complaint">Why it is not ready, in a few words; null when it is.</param>
/// <param name="Missing">What a part that is ready works without, by name; empty when nothing is missing.</param>
public sealed record ProbeAnswer(string? Complaint, IReadOnlyList<string> Missing)
{
    public static ProbeAnswer Ready { get; } = new(null, []);

    public static ProbeAnswer Not(string complaint) => new(complaint, []);

    public static ProbeAnswer Without(IReadOnlyList<string> missing) => new(null, missing);
}
