namespace Superintel.VenueSimulator.Matching;

/// <summary>Where an order of the simulated venue stands.</summary>
public enum SimOrderStatus
{
    Working = 1,
    PartiallyFilled = 2,
    Filled = 3,
    Canceled = 4,
    Rejected = 5,
    Expired = 6,

    /// <summary>It waits for another order to fill and is in no book.</summary>
    Pending = 7,
}
