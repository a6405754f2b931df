namespace Superintel.ServiceDefaults.Storage;

/// <summary>A span whose partitions exist: [From, To).</summary>
internal sealed record CoveredSpan(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset first, DateTimeOffset last) => From <= first && last < To;

    /// <summary>The union when the spans touch, otherwise the newer one: forgetting costs a question, a wrong yes costs a write.</summary>
    public CoveredSpan Joined(CoveredSpan newer) =>
        newer.From <= To && From <= newer.To
            ? new CoveredSpan(From < newer.From ? From : newer.From, To > newer.To ? To : newer.To)
            : newer;
}
