namespace Superintel.VenueSimulator.Conformance;

/// <summary>All cases against one endpoint.</summary>
public sealed record ConformanceReport(string Venue, IReadOnlyList<CaseOutcome> Cases)
{
    public int Passed => Cases.Count(outcome => outcome.Result == CaseResult.Pass);

    public int Failed => Cases.Count(outcome => outcome.Result == CaseResult.Fail);
}
