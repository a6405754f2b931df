namespace Superintel.Risk.Portfolio.Ports;

/// <summary>Positions per pair and instrument.</summary>
public interface IPositions
{
    ValueTask<Position?> Find(PositionKey key, CancellationToken ct);

    /// <summary>Positions that are not flat, ordered by key.</summary>
    ValueTask<IReadOnlyList<Position>> Open(CancellationToken ct);

    ValueTask Save(Position position, CancellationToken ct);
}
