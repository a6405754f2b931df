namespace Superintel.Journal.Chain;

/// <summary>Which entries a reader wants; null is any.</summary>
public sealed record EntryFilter(string? DecisionId, string? Kind)
{
    public static readonly EntryFilter All = new(null, null);
}
