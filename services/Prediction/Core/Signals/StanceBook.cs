using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Prediction.Signals;

/// <summary>All stances of a feed and interval that are not idle, in order of pair.</summary>
public sealed record StanceBook(ImmutableSortedDictionary<PairId, Stance> Stances)
{
    public static readonly StanceBook Empty = new(ImmutableSortedDictionary<PairId, Stance>.Empty);

    /// <summary>The pair's stance; idle when nothing is known.</summary>
    public Stance Of(string feed, BarInterval interval, PairId pair, DateTimeOffset at) =>
        Stances.GetValueOrDefault(pair) ?? Stance.Idle(feed, interval, pair, at);

    /// <summary>Pairs with an open stance.</summary>
    public IEnumerable<Stance> Held => Stances.Values.Where(stance => !stance.IsFlat);

    public StanceBook With(IEnumerable<Stance> changed) => new(changed.Aggregate(
        Stances,
        (known, stance) => stance.IsIdle ? known.Remove(stance.Pair) : known.SetItem(stance.Pair, stance)));
}
