using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Verdicts;

/// <summary>All that a verdict is a function of.</summary>
/// <param name="Judged">The decision already has a verdict.</param>
/// <param name="History">Daily returns of everything held, at work or proposed.</param>
public sealed record VerdictInput(
    Proposal Proposal,
    DateTimeOffset Now,
    TradingState State,
    bool Judged,
    PortfolioSnapshot Portfolio,
    IReadOnlyList<Reservation> Reservations,
    MarketSnapshot Market,
    ReturnHistory History,
    ClearedEntries Cleared,
    RiskLimits Limits,
    RiskOptions Options);
