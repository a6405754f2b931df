namespace Superintel.Venue.Binance.Books;

/// <summary>What became of a change or a snapshot.</summary>
public enum DepthStep
{
    /// <summary>Kept until a snapshot comes.</summary>
    Buffered = 1,

    /// <summary>The book has it.</summary>
    Applied = 2,

    /// <summary>Older than the book; it changes nothing.</summary>
    Ignored = 3,

    /// <summary>Something is missing: the book is void, and a new snapshot is needed.</summary>
    Gap = 4,

    /// <summary>The snapshot is older than the first change that was kept: a newer one is needed.</summary>
    SnapshotTooOld = 5,

    /// <summary>The book is whole.</summary>
    Synchronised = 6,
}
