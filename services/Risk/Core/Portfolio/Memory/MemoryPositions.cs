using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryPositions : IPositions
{
    private readonly SortedDictionary<PositionKey, Position> positions = [];

    public ValueTask<Position?> Find(PositionKey key, CancellationToken ct) => new(positions.GetValueOrDefault(key));

    public ValueTask<IReadOnlyList<Position>> Open(CancellationToken ct) => new([.. positions.Values.Where(p => p.IsOpen)]);

    public ValueTask Save(Position position, CancellationToken ct)
    {
        positions[position.Key] = position;
        return ValueTask.CompletedTask;
    }
}
