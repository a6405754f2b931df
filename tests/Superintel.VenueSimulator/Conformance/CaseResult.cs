namespace Superintel.VenueSimulator.Conformance;

/// <summary>How a case ended.</summary>
public enum CaseResult
{
    Pass = 1,
    Fail = 2,

    /// <summary>The venue does not have what the case is about.</summary>
    NotApplicable = 3,
}
