using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Sizing;

/// <summary>What risk says to a signal: a closed union.</summary>
public abstract record SizingAnswer
{
    private SizingAnswer()
    {
    }

    /// <param name="Notional">Both legs' absolute values, base currency.</param>
    public sealed record Sized(ImmutableArray<OrderLeg> Legs, Money Notional, ImmutableArray<RiskMeasure> Measures) : SizingAnswer;

    /// <param name="Code">Risk's reason code.</param>
    /// <param name="Measures">The numbers behind the refusal.</param>
    public sealed record Refused(string Code, string Detail, ImmutableArray<RiskMeasure> Measures) : SizingAnswer;

    /// <summary>No answer within the deadline, after the retries.</summary>
    public sealed record Unavailable(string Detail) : SizingAnswer;
}
