using System.Collections.Immutable;
using Superintel.Approval.Proposals.ProposeHedge;
using Superintel.Approval.Sizing;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Proposals;

/// <summary>What is proposed. It never changes: what was approved is what goes to risk.</summary>
/// <param name="Opens">True for an entry, false for an exit.</param>
/// <param name="Notional">All legs' absolute values, base currency.</param>
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

    /// <summary>One instrument against the whole book, proposed by a person.</summary>
    public bool IsHedge => Kernel.PairId.TryParse(PairId, out var pair) && pair.IsHedge;

    /// <summary>A person's hedge: sure, in the direction of its only leg, and of no spread.</summary>
    internal static Terms OfHedge(HedgeWish wish, PairId hedge, HedgeAnswer.Sized sized, DateTimeOffset at) => new(
        DecisionId.ForHedge(hedge, at, wish.Question.Opens ? "open" : "close", wish.Question.AdviceId),
        hedge.ToString(),
        wish.Question.Opens,
        sized.Legs,
        sized.Notional,
        sized.Legs[0].Side == "buy" ? 1 : -1,
        1,
        0,
        wish.Comment.Length > 0 ? $"{sized.Reason} {wish.Comment}" : sized.Reason,
        wish.By,
        sized.PricedAt,
        sized.Measures);

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
