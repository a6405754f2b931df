namespace Superintel.Simulation.Backtest;

/// <summary>What to run.</summary>
/// <param name="DataFolder">Folder with instruments.csv and the recorded files.</param>
/// <param name="From">First bar, inclusive; null for the beginning of the data.</param>
/// <param name="To">Last bar, exclusive; null for its end.</param>
/// <param name="Approvals">Who stands in for the human: all, none or rule.</param>
/// <param name="Seed">Of everything that draws: fills and slippage.</param>
/// <param name="InterleavingSeed">Null for the fixed order of services; a number tries another interleaving.</param>
public sealed record BacktestRequest(
    string DataFolder,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Approvals,
    int Seed,
    int? InterleavingSeed);
