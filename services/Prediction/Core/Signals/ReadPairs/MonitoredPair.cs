using Superintel.Kernel;
using Superintel.Prediction.Discovery;

namespace Superintel.Prediction.Signals.ReadPairs;

/// <summary>A pair that is scored, with the hedge in force: the stance's own while one is open.</summary>
internal sealed record MonitoredPair(string Feed, BarInterval Interval, PairFormation Formation, StanceSide Side);
