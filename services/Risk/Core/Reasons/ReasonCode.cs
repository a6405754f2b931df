using System.Collections.Immutable;

namespace Superintel.Risk.Reasons;

/// <summary>
/// Why risk says no: a closed union, each with a stable kebab-case code. docs/risk.md lists them, and a test keeps that list equal to
/// this one.
/// </summary>
public sealed record ReasonCode
{
    public static readonly ReasonCode NoBook = new(
        "no-book", Gate.Verdict, Guards.Entries, "An instrument has no level 2 book, and its asset class needs one (require-book).");

    public static readonly ReasonCode BookStale = new(
        "book-stale", Gate.Verdict, Guards.Entries, "The level 2 book of an instrument is older than book-age, or ahead of the clock.");

    public static readonly ReasonCode BookInvalid = new(
        "book-invalid", Gate.Verdict, Guards.Entries, "The level 2 book of an instrument is crossed, empty on a side, or out of order.");

    public static readonly ReasonCode BookImbalance = new(
        "book-imbalance", Gate.Verdict, Guards.Entries, "Far more rests on the side of the book that is against the trade.");

    public static readonly ReasonCode BookWall = new(
        "book-wall", Gate.Verdict, Guards.Entries, "A level many times the mean of the top ten stands in the way of the trade.");

    public static readonly ReasonCode BookSpread = new(
        "book-spread", Gate.Verdict, Guards.Entries, "The spread between best bid and best ask is too wide.");

    public static readonly ReasonCode BookDepth = new(
        "book-depth", Gate.Verdict, Guards.Entries, "The trade would take too much of what is visible on the other side of the book.");

    public static readonly ReasonCode ToxicFlow = new(
        "toxic-flow", Gate.Verdict, Guards.Entries, "VPIN is too high: the order flow is one-sided, someone may know more.");

    public static readonly ReasonCode TradingHalted = new(
        "trading-halted", Gate.Verdict, Guards.Everything, "The kill switch is halted: no order leaves.");

    public static readonly ReasonCode ReduceOnly = new(
        "reduce-only", Gate.Verdict, Guards.Entries, "The kill switch lets only exits through.");

    public static readonly ReasonCode BreakerOpen = new(
        "breaker-open", Gate.Verdict, Guards.Entries, "A circuit breaker is open until a senior resets it.");

    public static readonly ReasonCode DuplicateDecision = new(
        "duplicate-decision", Gate.Verdict, Guards.Everything, "The decision already has a verdict; the first one stands.");

    public static readonly ReasonCode ProposalInvalid = new(
        "proposal-invalid", Gate.Verdict, Guards.Everything, "Legs, sides, quantities or prices of the proposal make no sense.");

    public static readonly ReasonCode ProposalStale = new(
        "proposal-stale", Gate.Verdict, Guards.Entries, "The signal's bar is older than proposal-age, or ahead of the clock.");

    public static readonly ReasonCode NotReducing = new(
        "not-reducing", Gate.Verdict, Guards.Exits, "A closing leg does not reduce the position held under the pair.");

    public static readonly ReasonCode PositionOpen = new(
        "position-open", Gate.Both, Guards.Entries, "The pair already holds a position: close it before opening another.");

    public static readonly ReasonCode OrderInFlight = new(
        "order-in-flight", Gate.Both, Guards.Everything, "The pair has a clearance whose orders are not over yet.");

    public static readonly ReasonCode UnknownInstrument = new(
        "unknown-instrument", Gate.Both, Guards.Everything, "An instrument was never listed.");

    public static readonly ReasonCode NotTradable = new(
        "not-tradable", Gate.Both, Guards.Entries, "An instrument is only observed, such as an index.");

    public static readonly ReasonCode UnknownPrice = new(
        "unknown-price", Gate.Both, Guards.Everything, "An instrument has no close yet.");

    public static readonly ReasonCode StalePrice = new(
        "stale-price", Gate.Both, Guards.Entries, "The last close of an instrument is older than the signal's bar.");

    public static readonly ReasonCode UnknownFxRate = new(
        "unknown-fx-rate", Gate.Both, Guards.Entries, "No bar tells how to convert a currency into the base currency.");

    public static readonly ReasonCode UnknownNetAssetValue = new(
        "unknown-nav", Gate.Both, Guards.Entries, "The portfolio cannot be valued, or its value is not above zero.");

    public static readonly ReasonCode PriceCollar = new(
        "price-collar", Gate.Verdict, Guards.Entries, "A leg's reference price is too far from the last close.");

    public static readonly ReasonCode AssetLimit = new(
        "asset-limit", Gate.Verdict, Guards.Entries, "One instrument would carry more than its share of net asset value.");

    public static readonly ReasonCode GrossLimit = new(
        "gross-limit", Gate.Verdict, Guards.Entries, "The sum of absolute positions would be too large.");

    public static readonly ReasonCode NetLimit = new(
        "net-limit", Gate.Verdict, Guards.Entries, "Long minus short would be too large a share of net asset value.");

    public static readonly ReasonCode LeverageLimit = new(
        "leverage-limit", Gate.Verdict, Guards.Entries, "Gross exposure would be too many times net asset value.");

    public static readonly ReasonCode InsufficientHistory = new(
        "insufficient-history", Gate.Verdict, Guards.Entries, "Too few common daily closes to measure the book with the trade.");

    public static readonly ReasonCode CvarLimit = new(
        "cvar-limit", Gate.Verdict, Guards.Entries, "The expected shortfall of the book with the trade would be too large.");

    public static readonly ReasonCode CorrelationLimit = new(
        "correlation-limit", Gate.Verdict, Guards.Entries, "The trade moves too much like a position already held.");

    public static readonly ReasonCode OrderRate = new(
        "order-rate", Gate.Verdict, Guards.Entries, "Too many entries were cleared within a minute.");

    public static readonly ReasonCode OrderCount = new(
        "order-count", Gate.Verdict, Guards.Entries, "Too many entries were cleared within the UTC day.");

    public static readonly ReasonCode AssetCvarLimit = new(
        "asset-cvar-limit", Gate.Verdict, Guards.Entries, "The expected shortfall of one instrument alone would be too large.");

    public static readonly ReasonCode VolatilityLimit = new(
        "volatility-limit", Gate.Verdict, Guards.Entries, "On its history the trade would add too much annual volatility.");

    public static readonly ReasonCode SectorLimit = new(
        "sector-limit", Gate.Verdict, Guards.Entries, "Long minus short in one sector would be too large a share of net asset value.");

    public static readonly ReasonCode Restricted = new(
        "restricted", Gate.Verdict, Guards.Entries, "An instrument is on the restricted list.");

    public static readonly ReasonCode StressLimit = new(
        "stress-limit", Gate.Verdict, Guards.Entries, "In the worst historical scenario the book with the trade would lose too much.");

    public static readonly ReasonCode SliceOpen = new(
        "slice-open", Gate.Sizing, Guards.Everything, "Execution has not told yet which orders the signal's bar filled.");

    public static readonly ReasonCode VerdictPending = new(
        "verdict-pending", Gate.Sizing, Guards.Everything, "An earlier decision of the same bar is approved and not judged yet.");

    public static readonly ReasonCode InvalidSignal = new(
        "invalid-signal", Gate.Sizing, Guards.Everything, "The signal's numbers are not finite or out of range.");

    public static readonly ReasonCode NoEdge = new(
        "no-edge", Gate.Sizing, Guards.Entries, "The Kelly fraction of the signal is not above zero.");

    public static readonly ReasonCode BelowOneLot = new(
        "below-one-lot", Gate.Sizing, Guards.Entries, "What the limits leave does not buy one lot of each leg.");

    public static readonly ReasonCode BelowMinimum = new(
        "below-minimum", Gate.Sizing, Guards.Entries, "What the limits leave is too little to be worth a trade.");

    public static readonly ReasonCode NoPosition = new(
        "no-position", Gate.Sizing, Guards.Exits, "There is no position under the pair to close.");

    private ReasonCode(string code, Gate gate, Guards guards, string meaning) =>
        (Code, Gate, Guards, Meaning) = (code, gate, guards, meaning);

    /// <summary>Every code, in the order of the chain.</summary>
    public static ImmutableArray<ReasonCode> All { get; } =
    [
        NoBook, BookStale, BookInvalid, BookImbalance, BookWall, BookSpread, BookDepth, ToxicFlow, TradingHalted, ReduceOnly,
        BreakerOpen, DuplicateDecision, ProposalInvalid, ProposalStale, NotReducing, PositionOpen, OrderInFlight, UnknownInstrument,
        NotTradable, UnknownPrice, StalePrice, UnknownFxRate, UnknownNetAssetValue, InsufficientHistory, AssetCvarLimit,
        CvarLimit, VolatilityLimit, CorrelationLimit, SectorLimit, AssetLimit, GrossLimit, LeverageLimit, NetLimit, PriceCollar,
        OrderRate, OrderCount, Restricted, StressLimit, SliceOpen, VerdictPending, InvalidSignal, NoEdge, BelowOneLot, BelowMinimum,
        NoPosition,
    ];

    public string Code { get; }

    public Gate Gate { get; }

    public Guards Guards { get; }

    /// <summary>One sentence a person can read.</summary>
    public string Meaning { get; }

    /// <exception cref="FormatException">No such code.</exception>
    public static ReasonCode Parse(string code) =>
        All.FirstOrDefault(reason => reason.Code == code) ?? throw new FormatException($"'{code}' is not a reason code.");

    public override string ToString() => Code;
}
