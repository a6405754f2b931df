using System.Collections.Immutable;
using Superintel.Execution.Execution.Pairs;

namespace Superintel.Execution.Execution.Control;

/// <summary>Whether a clearance may become orders.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <param name="Legs">Where each leg goes, in the order of the clearance's legs.</param>
    public sealed record Admitted(ImmutableArray<LegRoute> Legs) : Admission;

    /// <param name="Code">One of <see cref="DenialCode"/>.</param>
    public sealed record Denied(string Code, string Detail) : Admission;
}
