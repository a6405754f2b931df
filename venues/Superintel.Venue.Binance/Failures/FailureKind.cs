namespace Superintel.Venue.Binance.Failures;

/// <summary>What a failed call proves, which decides what may be done next.</summary>
public enum FailureKind
{
    /// <summary>Nobody knows what became of it: ask by name before anything else.</summary>
    OutcomeUnknown = 1,

    /// <summary>It provably never left, or was refused before it was looked at; may be tried again later.</summary>
    NotTaken = 2,

    /// <summary>Too much was asked; refused before it was looked at. Wait as long as said.</summary>
    RateLimited = 3,

    /// <summary>Our clock is outside the window: set it, then once more.</summary>
    ClockSkew = 4,

    /// <summary>The key, its signature or its rights. No trading until a person looks.</summary>
    Authentication = 5,

    /// <summary>Refused for good.</summary>
    Rejected = 6,

    /// <summary>An order of that name exists already.</summary>
    Duplicate = 7,

    /// <summary>The exchange does not find the order; may be false for a while.</summary>
    OrderNotFound = 8,
}
