namespace Superintel.Kernel;

/// <summary>One decision about one pair at one bar: born with the signal, the thread through proposal, verdict, orders, fills and
/// journal.</summary>
public readonly record struct DecisionId(string Value)
{
    public static DecisionId For(PairId pair, BarInterval interval, DateTimeOffset asOf, string intent) =>
        new("d" + StableId.Of("decision", pair.ToString(), interval.ToString(), asOf.UtcDateTime.ToString("O"), intent));

    public override string ToString() => Value;
}
