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
        if (legs.Length is < 1 or > 2) return $"A pair trade has one or two legs, not {legs.Length}.";
        if (intent == TradeIntent.Open && legs.Length != 2) return "An entry has two legs.";
        if (legs.Any(leg => leg!.ReferencePrice.Value <= 0m)) return "A reference price is not above zero.";
        if (legs.Any(leg => leg!.Instrument != (leg.Number switch { 0 => pair.A, 1 => pair.B, _ => default })))
            return "A leg's number does not fit its instrument: 0 is the pair's A, 1 its B.";
        return legs.Length == 2 && legs[0]!.Number == legs[1]!.Number ? "Both legs are the same." : null;
    }
}
