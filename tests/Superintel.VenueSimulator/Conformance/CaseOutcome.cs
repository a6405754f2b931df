namespace Superintel.VenueSimulator.Conformance;

/// <summary>What came of one case.</summary>
/// <param name="Detail">What was seen, for a person.</param>
public sealed record CaseOutcome(string Id, string Name, CaseResult Result, string Detail);
