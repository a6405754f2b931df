namespace Superintel.Risk.Portfolio.Ports;

/// <summary>Every fill, each of its corrections and late costs once, in the order of
/// arrival: what the portfolio can be rebuilt from.</summary>
public interface IFills
{
    /// <returns>False when one of this key, revision and kind is there already; nothing changes then.</returns>
    ValueTask<bool> TryAppend(Fill fill, CancellationToken ct);

    /// <summary>All fills in the order of arrival.</summary>
    IAsyncEnumerable<Fill> All(CancellationToken ct);

    /// <summary>What was told of one execution, in the order of arrival.</summary>
    ValueTask<IReadOnlyList<Fill>> Of(FillKey execution, CancellationToken ct);

    /// <summary>What was told of the executions of a position, in the order of arrival.</summary>
    ValueTask<IReadOnlyList<Fill>> Of(PositionKey position, CancellationToken ct);
}
