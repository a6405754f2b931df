namespace Superintel.Journal.Chain.Anchors;

/// <summary>Where the chain ended at some time, kept outside its database: who rewrites the whole chain cannot rewrite this with
/// it.</summary>
/// <param name="At">When it was noted, UTC, the machine's clock.</param>
public sealed record Anchor(long Sequence, string Hash, DateTimeOffset At);
