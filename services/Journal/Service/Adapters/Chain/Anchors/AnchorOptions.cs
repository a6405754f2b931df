namespace Superintel.Journal.Service.Adapters.Chain.Anchors;

/// <summary>Where and how often the end of the chain is noted outside its database.</summary>
public sealed record AnchorOptions
{
    /// <summary>File of notes, made with mode 0600; best on another disk or machine than the database. Null: kept in memory only.</summary>
    public string? AnchorFile { get; init; }

    /// <summary>Default 1 minute; what is younger than the last note is guarded by the chain alone.</summary>
    public TimeSpan AnchorEvery { get; init; } = TimeSpan.FromMinutes(1);
}
