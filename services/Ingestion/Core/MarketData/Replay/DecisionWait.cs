using System.Collections.Immutable;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>Where a decision stands and since when, on the wall clock.</summary>
public sealed record DecisionWait(DecisionStage Stage, DateTimeOffset Since)
{
    /// <summary>Orders it needs; null until it is approved.</summary>
    public int? Legs { get; init; }

    /// <summary>Orders of it that the venue has answered, by client order id.</summary>
    public ImmutableSortedSet<string> Answered { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>All its orders are at the venue or refused: the next bar may come.</summary>
    public bool IsSettled => Stage == DecisionStage.Settled || Answered.Count >= Legs;
}
