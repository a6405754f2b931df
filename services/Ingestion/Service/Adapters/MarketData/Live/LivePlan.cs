using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>What is wanted of a live feed.</summary>
/// <param name="HistoryBars">How far back holes are looked for at the start, in bars.</param>
/// <param name="HistoryDays">Daily bars asked for at the start, whatever length is traded; 0: none.</param>
/// <param name="Patience">How long a slice waits for its last instrument.</param>
internal sealed record LivePlan(BarInterval Interval, int HistoryBars, int HistoryDays, TimeSpan Patience);
