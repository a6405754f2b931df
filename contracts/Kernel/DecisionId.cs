namespace Superintel.Kernel;

/// <summary>One decision about one pair at one bar: born with the signal, the thread through proposal, verdict, orders, fills and
/// journal.</summary>
public readonly record struct DecisionId(string Value)
{
    public static DecisionId For(PairId pair, BarInterval interval, DateTimeOffset asOf, string intent) =>
        new("d" + StableId.Of("decision", pair.ToString(), interval.ToString(), asOf.UtcDateTime.ToString("O"), intent));

    /// <summary>A person's decision about a hedge.</summary>
    /// <param name="at">When it was proposed.</param>
    /// <param name="advice">What it stands on; empty for a close.</param>
    public static DecisionId ForHedge(PairId hedge, DateTimeOffset at, string intent, string advice) =>
        new("d" + StableId.Of("hedge", hedge.ToString(), at.UtcDateTime.ToString("O"), intent, advice));

    public override string ToString() => Value;
}
