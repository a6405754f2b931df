using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>A pair that survived false discovery rate control, and what the further checks said.</summary>
/// <param name="Forward">First regressed on second.</param>
/// <param name="Reverse">Second regressed on first.</param>
/// <param name="QValue">Adjusted p-value of <paramref name="Forward"/> over all trials.</param>
/// <param name="Trials">Number of pairs tested: every p-value of the list is one of so many.</param>
/// <param name="Intercept">Of the forward regression.</param>
/// <param name="HalfLife">Of the spread in bars, -ln 2 / lambda.</param>
/// <param name="Hurst">Of the spread.</param>
/// <param name="Crossings">Times the spread crossed its mean.</param>
/// <param name="JohansenRank">Relations that Johansen's trace test finds at 5 %.</param>
/// <param name="Drift">Relative difference of the hedge ratio between the halves of the window.</param>
/// <param name="Objections">Codes of <see cref="PairObjections"/>, empty for a confirmed pair.</param>
public sealed record DiscoveredPair(
    PairStatistic Forward,
    PairStatistic Reverse,
    double QValue,
    int Trials,
    double Intercept,
    double HalfLife,
    double Hurst,
    int Crossings,
    int JohansenRank,
    double Drift,
    IReadOnlyList<string> Objections)
{
    /// <summary>Whether nothing speaks against the pair.</summary>
    public bool Confirmed => Objections.Count == 0;
}
