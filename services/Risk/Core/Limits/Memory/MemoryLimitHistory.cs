using Superintel.Risk.Limits.Ports;

namespace Superintel.Risk.Limits.Memory;

public sealed class MemoryLimitHistory : ILimitHistory
{
    private readonly List<LimitMove> moves = [];

    public ValueTask Append(LimitMove move, CancellationToken ct)
    {
        moves.Add(move);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<LimitMove>> Of(string name, int limit, CancellationToken ct) =>
        new([.. moves.Where(move => move.Name == name).OrderByDescending(move => move.Version).Take(limit)]);
}
