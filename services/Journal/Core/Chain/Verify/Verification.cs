namespace Superintel.Journal.Chain.Verify;

/// <summary>The result of recomputing the chain.</summary>
/// <param name="Entries">Entries that were found whole.</param>
/// <param name="HeadHash">Hash of the last whole entry.</param>
/// <param name="FirstBroken">Null when all is well.</param>
/// <param name="Anchors">Notes of the chain's end, kept outside its database, that it was held against.</param>
public sealed record Verification(bool Valid, long Entries, string HeadHash, BrokenEntry? FirstBroken, int Anchors);
