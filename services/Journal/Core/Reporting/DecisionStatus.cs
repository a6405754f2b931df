namespace Superintel.Journal.Reporting;

/// <summary>How far a decision has come, or how it ended.</summary>
public enum DecisionStatus
{
    Signalled = 1,
    Proposed = 2,
    Approved = 3,
    Cleared = 4,
    Working = 5,
    Completed = 10,
    Unwound = 11,
    Incomplete = 12,
    Failed = 13,
    Declined = 20,
    Vetoed = 21,
    Denied = 22,
}
