namespace Superintel.Prediction.Signals;

/// <summary>A place in the list of signals: newest first, decisions of one bar in ordinal order.</summary>
public readonly record struct SignalPosition(DateTimeOffset OccurredAt, string DecisionId)
{
    /// <summary>Whether a signal comes after this place.</summary>
    public bool Precedes(DateTimeOffset occurredAt, string decisionId) =>
        occurredAt < OccurredAt || (occurredAt == OccurredAt && string.CompareOrdinal(decisionId, DecisionId) > 0);
}
