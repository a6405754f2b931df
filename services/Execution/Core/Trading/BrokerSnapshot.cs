namespace Superintel.Execution.Trading;

/// <summary>The venue's book at one moment: what works and what is held, everybody's orders included.</summary>
public sealed record BrokerSnapshot(IReadOnlyList<BrokerOrder> WorkingOrders, IReadOnlyList<BrokerPosition> Positions)
{
    /// <summary>The venues that were asked; null: the one venue that answers. A venue that was not asked has said nothing.</summary>
    public IReadOnlyCollection<string>? Venues { get; init; }

    public bool Covers(string venue) => Venues is null || Venues.Contains(venue);
}
