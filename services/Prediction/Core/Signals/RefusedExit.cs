using Superintel.Kernel;

namespace Superintel.Prediction.Signals;

/// <summary>A close that a later gate refused, so that the pair may still be held: it is asked for again at the next slice.</summary>
/// <param name="Decision">The closing decision that came to nothing.</param>
/// <param name="Code">The gate's code.</param>
public sealed record RefusedExit(PairId Pair, BarInterval Interval, DecisionId Decision, string Code);
