namespace Superintel.Venue.Mt4;

/// <summary>What a failed request proves.</summary>
public enum Mt4FailureKind
{
    /// <summary>The venue refused it: it was not placed.</summary>
    Rejected = 1,

    /// <summary>It never left, or the bridge says that nothing was done and that the reason passes: it may be tried again.</summary>
    NotDone = 2,

    /// <summary>The bridge has no such thing.</summary>
    NotFound = 3,

    /// <summary>Nobody knows: ask before anything else.</summary>
    Unknown = 4,
}
