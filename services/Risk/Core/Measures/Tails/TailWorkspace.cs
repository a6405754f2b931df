using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Risk.Measures.Tails;

/// <summary>Memory for tails, one after the other: what a fit needs is kept for the next. For one thread at a time.</summary>
public sealed class TailWorkspace
{
    internal StudentLikelihood Student { get; } = new();

    internal GarchWorkspace Garch { get; } = new();
}
