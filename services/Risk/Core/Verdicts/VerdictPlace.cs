namespace Superintel.Risk.Verdicts;

/// <summary>A place in the list of verdicts.</summary>
public readonly record struct VerdictPlace(DateTimeOffset At, string DecisionId);
