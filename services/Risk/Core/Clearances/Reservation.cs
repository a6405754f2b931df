using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Clearances;

/// <summary>Exposure that was permitted and is not yet in the portfolio. It counts in full until Execution says the orders are
/// over.</summary>
public sealed record Reservation(
    ClearanceId Clearance,
    DecisionId Decision,
    string PairId,
    TradeIntent Intent,
    ImmutableArray<ReservedLeg> Legs,
    DateTimeOffset At)
{
    public IEnumerable<InstrumentId> Instruments => Legs.Select(leg => leg.Instrument);

    public bool Opens => Intent == TradeIntent.Open;

    public static Reservation For(
        DecisionId decision, string pairId, TradeIntent intent, IEnumerable<TradeLeg> legs, DateTimeOffset at) => new(
        ClearanceId.For(decision),
        decision,
        pairId,
        intent,
        [.. legs.Select(leg => new ReservedLeg(leg.Number, leg.Instrument, leg.Side, leg.Quantity.Value))],
        at);

    /// <summary>What remains after a fill. A fill the other way is an unwind and frees nothing: its leg is over already or still at
    /// work.</summary>
    public Reservation Fill(Fill fill) => this with
    {
        Legs =
        [
            .. Legs.Select(leg => leg.Number == fill.Leg && leg.Instrument == fill.Instrument && leg.Side == fill.Side
                ? leg with { Remaining = Math.Max(0m, leg.Remaining - Executed(fill)) }
                : leg),
        ],
    };

    /// <summary>What remains after a correction: units that it took away may be traded again, until the pair's orders are over.</summary>
    public Reservation Correct(Fill old, Fill now) => this with
    {
        Legs =
        [
            .. Legs.Select(leg => leg.Number == now.Leg && leg.Instrument == now.Instrument && leg.Side == now.Side
                ? leg with { Remaining = Math.Max(0m, leg.Remaining + Executed(old) - Executed(now)) }
                : leg),
        ],
    };

    /// <summary>What remains when the venue refused the order of a leg.</summary>
    public Reservation Reject(string clientOrderId) => this with
    {
        Legs = [.. Legs.Select(leg => ClientOrderId.For(Decision, leg.Number).Value == clientOrderId ? leg with { Remaining = 0m } : leg)],
    };

    private static decimal Executed(Fill fill) => fill.Quantity.Value + fill.Withheld;
}
