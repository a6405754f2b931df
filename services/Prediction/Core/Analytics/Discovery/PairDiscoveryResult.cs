using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>Outcome of a search.</summary>
/// <param name="Pairs">Findings: the confirmed ones first, each part by rising p-value.</param>
/// <param name="Tested">Pairs with a p-value.</param>
/// <param name="Refused">Pairs without one, with the reason in <see cref="PairStatistic.Refusal"/>.</param>
public sealed record PairDiscoveryResult(IReadOnlyList<DiscoveredPair> Pairs, int Tested, IReadOnlyList<PairStatistic> Refused);
