namespace Superintel.Risk.Breakers.Ports;

/// <summary>Breakers that ever moved, and what they count.</summary>
public interface IBreakers
{
    /// <summary>Ordered by name, ordinal.</summary>
    ValueTask<IReadOnlyList<Breaker>> All(CancellationToken ct);

    /// <returns>False when the stored version is not the one before.</returns>
    ValueTask<bool> TrySave(Breaker breaker, CancellationToken ct);

    ValueTask<BreakerGauges> Gauges(CancellationToken ct);

    ValueTask Save(BreakerGauges gauges, CancellationToken ct);
}
