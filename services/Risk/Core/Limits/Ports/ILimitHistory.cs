namespace Superintel.Risk.Limits.Ports;

/// <summary>Every change of every limit.</summary>
public interface ILimitHistory
{
    ValueTask Append(LimitMove move, CancellationToken ct);

    /// <summary>Newest version first, of one limit, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<LimitMove>> Of(string name, int limit, CancellationToken ct);
}
