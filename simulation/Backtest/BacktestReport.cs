namespace Superintel.Simulation.Backtest;

/// <summary>What came out. Amounts in the base currency.</summary>
/// <param name="OrderListHash">SHA-256 over every order and its outcome in order of submission: equal hashes mean equal runs.</param>
/// <param name="Trades">Number of round trips that are over.</param>
/// <param name="RoundTrips">The trades, oldest first.</param>
/// <param name="MaxDrawdown">Largest fraction below an earlier peak of net asset value.</param>
/// <param name="Sharpe">Mean over standard deviation of daily returns, times the square root of 252; null below two days or without
/// variance.</param>
/// <param name="Bars">Bars that passed the gate.</param>
public sealed record BacktestReport(
    string OrderListHash,
    int Orders,
    int Fills,
    int Trades,
    string Currency,
    decimal InitialEquity,
    decimal FinalEquity,
    decimal Commissions,
    double MaxDrawdown,
    double? Sharpe,
    long Bars,
    long Slices,
    int Signals,
    int Declined,
    int Vetoed,
    int Denied,
    long JournalEntries,
    string JournalHead,
    IReadOnlyList<RoundTrip> RoundTrips,
    IReadOnlyList<EquityPoint> Equity,
    double ElapsedSeconds);
