namespace Superintel.AppHost.Local.Parts;

/// <summary>A program, its arguments and what it sees of the world beside the host's own environment.</summary>
public sealed record Launch(string Program, IReadOnlyList<string> Arguments, string WorkingFolder)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
