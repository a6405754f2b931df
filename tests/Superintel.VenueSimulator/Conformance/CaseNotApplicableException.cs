namespace Superintel.VenueSimulator.Conformance;

/// <summary>The endpoint did not do what the case is about, and need not.</summary>
public sealed class CaseNotApplicableException : Exception
{
    public CaseNotApplicableException()
    {
    }

    public CaseNotApplicableException(string message)
        : base(message)
    {
    }

    public CaseNotApplicableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
