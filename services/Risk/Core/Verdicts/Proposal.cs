using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Verdicts;

/// <summary>What was approved and asks for clearance.</summary>
/// <param name="Invalid">Why it is no trade; null when it is one.</param>
/// <param name="SignalAt">The bar it stands on.</param>
public sealed record Proposal(
    DecisionId Decision, string PairId, TradeIntent Intent, ImmutableArray<TradeLeg> Legs, DateTimeOffset SignalAt, string? Invalid)
{
    public bool Opens => Intent == TradeIntent.Open;

    /// <summary>One instrument against the whole book: no spread, no second leg.</summary>
    public bool IsHedge => Kernel.PairId.TryParse(PairId, out var pair) && pair.IsHedge;

    public static Proposal From(ProposalApproved approved)
    {
        TradeIntent? intent = approved.Intent switch { "open" => TradeIntent.Open, "close" => TradeIntent.Close, _ => null };
        var legs = approved.Legs.Select(TradeLeg.TryFrom).ToArray();
        return new Proposal(
            new DecisionId(approved.DecisionId),
            approved.PairId,
            intent ?? TradeIntent.Open,
            [.. legs.OfType<TradeLeg>()],
            approved.SignalAt,
            Problem(approved, intent, legs));
    }

    private static string? Problem(ProposalApproved approved, TradeIntent? intent, TradeLeg?[] legs)
    {
        if (intent is null) return $"The intent '{approved.Intent}' is neither open nor close.";
        if (Array.IndexOf(legs, null) is >= 0 and var bad) return $"Leg {bad} is not a leg.";
        if (!Kernel.PairId.TryParse(approved.PairId, out var pair)) return $"'{approved.PairId}' is not a pair id.";
        if (legs.Length < 1 || legs.Length > pair.Legs.Count)
            return $"A pair trade has one or two legs and a hedge one, not {legs.Length}.";
        if (intent == TradeIntent.Open && legs.Length != pair.Legs.Count) return "An entry has two legs, of a hedge one.";
        if (legs.Any(leg => leg!.ReferencePrice.Value <= 0m)) return "A reference price is not above zero.";
        if (legs.Any(leg => leg!.Instrument != pair.Legs.ElementAtOrDefault(leg.Number)))
            return "A leg's number does not fit its instrument: 0 is the pair's A or the hedge, 1 the pair's B.";
        return legs.Length == 2 && legs[0]!.Number == legs[1]!.Number ? "Both legs are the same." : null;
    }
}
