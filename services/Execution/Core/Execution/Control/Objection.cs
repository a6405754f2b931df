namespace Superintel.Execution.Execution.Control;

/// <summary>Why a stored order does not leave now.</summary>
/// <param name="IsFinal">It never will; otherwise it waits.</param>
public sealed record Objection(string Cause, bool IsFinal)
{
    /// <summary>Since it was taken up somebody else has spoken for it: it does not leave, and there is nothing to say.</summary>
    public bool IsOvertaken { get; init; }
}
