using Superintel.Kernel;
using Superintel.Prediction.Discovery;

namespace Superintel.Prediction.Signals.ReadPairs;

/// <summary>A monitored pair as it stands.</summary>
/// <param name="ZScore">At the last bar that was scored, null before the first.</param>
/// <param name="Spread">The same.</param>
/// <param name="LastBarAt">The same.</param>
public sealed record PairView(
    string Feed,
    BarInterval Interval,
    PairFormation Formation,
    StanceSide Side,
    double? ZScore,
    double? Spread,
    DateTimeOffset? LastBarAt);
