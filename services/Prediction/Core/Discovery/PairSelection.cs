using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Prediction.Discovery;

/// <summary>Outcome of one discovery: the pairs that are scored until the next one, best first.</summary>
public sealed record PairSelection(
    string Feed,
    BarInterval Interval,
    DateTimeOffset SelectedAt,
    DiscoveryFunnel Funnel,
    ImmutableArray<PairFormation> Pairs)
{
    public PairFormation? Find(PairId pair) => Pairs.FirstOrDefault(formation => formation.Pair == pair);
}
