using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Execution.Control;

/// <summary>Why Execution refuses a clearance before anything leaves.</summary>
public static class DenialCode
{
    public const string ClearanceExpired = "clearance-expired";
    public const string ClearanceReused = "clearance-reused";
    public const string TradingHalted = "trading-halted";
    public const string ReduceOnly = "reduce-only";
    public const string UnknownInstrument = "unknown-instrument";

    /// <summary>The asset class is not routed, or the instrument is only observed.</summary>
    public const string NoRoute = "no-route";

    /// <summary>The venue's position is not the ledger's.</summary>
    public const string PositionMismatch = "position-mismatch";

    /// <summary>Nobody knows what became of an earlier order in one of the instruments.</summary>
    public const string OutcomeUnknown = "outcome-unknown";

    /// <summary>An order that this desk did not send works in one of the instruments, and nobody has acknowledged it.</summary>
    public const string ExternalOrder = "external-order";

    /// <summary>The venue has not answered since the service began: what is held and what works there is not known.</summary>
    public const string VenueNotCompared = VenueGate.NotCompared;

    /// <summary>The venue does not answer any more, or refuses the account: what is opened there might not be closed.</summary>
    public const string VenueSilent = "venue-silent";

    public static IReadOnlyList<string> All { get; } =
    [
        ClearanceExpired, ClearanceReused, TradingHalted, ReduceOnly, UnknownInstrument, NoRoute, VenueNotCompared, VenueSilent,
        PositionMismatch, ExternalOrder, OutcomeUnknown,
    ];
}
