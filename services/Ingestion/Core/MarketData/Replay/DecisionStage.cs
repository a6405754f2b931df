namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>How far a decision of the last slice has come, in the order of the way; it never goes back.</summary>
public enum DecisionStage
{
    /// <summary>Signalled; approval has to size it and propose it.</summary>
    Signalled = 1,

    /// <summary>Proposed; a person has to answer.</summary>
    AwaitsPerson = 2,

    /// <summary>Approved, by a rule or a person; risk and execution have to answer.</summary>
    Approved = 3,

    /// <summary>Declined, vetoed, denied, or at the venue: the next bar may come.</summary>
    Settled = 4,
}
