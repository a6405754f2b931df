namespace Superintel.Execution.Execution.External;

/// <summary>Where an order that we did not send stands, by the venue's word only.</summary>
public enum ExternalStatus
{
    /// <summary>The venue works it.</summary>
    Working = 1,

    Filled = 2,

    Canceled = 3,

    Rejected = 4,

    Expired = 5,

    /// <summary>The venue works it no longer and did not say how it ended: a position that moved shows up in the comparison.</summary>
    Gone = 6,
}
