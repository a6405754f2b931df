namespace Superintel.Journal.Chain;

/// <summary>The chain's end, kept apart from the entries so that a cut tail is noticed.</summary>
/// <param name="Sequence">0 when the journal is empty.</param>
public sealed record ChainHead(long Sequence, string Hash)
{
    public static readonly ChainHead Empty = new(0, EntryHash.Genesis);
}
