using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals;

/// <summary>What is proposed. It never changes: what was approved is what goes to risk.</summary>
/// <param name="Opens">True for an entry, false for an exit.</param>
/// <param name="Notional">Both legs' absolute values, base currency.</param>
/// <param name="ProposedBy">Who made it: model:&lt;run&gt; for a signal, or a user, who then cannot vote on it.</param>
/// <param name="SignalAt">The bar the signal stands on.</param>
/// <param name="Sizing">The numbers behind the size.</param>
public sealed record Terms(
    DecisionId Decision,
    string PairId,
    bool Opens,
    ImmutableArray<OrderLeg> Legs,
    Money Notional,
    double Direction,
    double Confidence,
    double ZScore,
    string Reason,
    string ProposedBy,
    DateTimeOffset SignalAt,
    ImmutableArray<RiskMeasure> Sizing)
{
    public string Intent => Opens ? "open" : "close";

    public static Terms From(SignalGenerated signal, IEnumerable<OrderLeg> legs, Money notional, IEnumerable<RiskMeasure> sizing) => new(
        new DecisionId(signal.DecisionId),
        signal.PairId,
        signal.Intent == "open",
        [.. legs],
        notional,
        signal.Direction,
        signal.Confidence,
        signal.ZScore,
        signal.Reason,
        $"model:{signal.ModelRunId}",
        signal.OccurredAt,
        [.. sizing]);
}
