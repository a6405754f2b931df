using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Sizing;

/// <summary>What risk says to a person's hedge: a closed union.</summary>
public abstract record HedgeAnswer
{
    private HedgeAnswer()
    {
    }

    /// <param name="Notional">Absolute value, base currency.</param>
    /// <param name="PricedAt">The bar that the size stands on.</param>
    /// <param name="Reason">One sentence a person can read.</param>
    public sealed record Sized(
        ImmutableArray<OrderLeg> Legs, Money Notional, ImmutableArray<RiskMeasure> Measures, DateTimeOffset PricedAt, string Reason)
        : HedgeAnswer;

    /// <param name="Code">advice-lapsed, advice-outdated, not-worth-its-cost, terms-invalid, or a reason code of sizing.</param>
    public sealed record Refused(string Code, string Detail) : HedgeAnswer;

    /// <summary>No answer within the deadline, after the retries.</summary>
    public sealed record Unavailable(string Detail) : HedgeAnswer;
}
