namespace Superintel.Journal.Reporting;

/// <summary>Where a decision stands in the list.</summary>
public sealed record DecisionPosition(DateTimeOffset FirstAt, string DecisionId);
