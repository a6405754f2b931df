namespace Superintel.VenueSimulator.Conformance;

/// <summary>A venue, or its adapter, did something else than the case demands.</summary>
public sealed class CaseFailedException : Exception
{
    public CaseFailedException()
    {
    }

    public CaseFailedException(string message)
        : base(message)
    {
    }

    public CaseFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
