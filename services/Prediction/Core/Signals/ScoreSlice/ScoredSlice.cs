using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>What came of all pairs at one bar, in order of pair.</summary>
/// <param name="Repeated">Closes that were refused before and are asked for again.</param>
/// <param name="Skipped">Pairs with a leg that is missing, stale or without a complete window.</param>
public sealed record ScoredSlice(ImmutableArray<ScoredPair> Pairs, ImmutableArray<SignalGenerated> Repeated, int Skipped)
{
    public IReadOnlyList<FeatureVector> Features => [.. Pairs.Select(pair => pair.Features)];

    public IReadOnlyList<Stance> Stances => [.. Pairs.Select(pair => pair.After)];

    /// <summary>Repeated closes first: what they free is there for the rest.</summary>
    public IReadOnlyList<SignalGenerated> Signals => [.. Repeated, .. Pairs.Select(pair => pair.Signal).OfType<SignalGenerated>()];
}
