namespace Superintel.Journal.Chain.Verify;

/// <summary>The first entry that is not as it was recorded.</summary>
/// <param name="Code">entry-missing, link-broken, entry-changed, head-mismatch, anchor-mismatch, anchor-missing or
/// anchors-unreadable.</param>
public sealed record BrokenEntry(long Sequence, string Code, string Detail);
