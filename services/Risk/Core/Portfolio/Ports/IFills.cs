namespace Superintel.Risk.Portfolio.Ports;

/// <summary>Every fill, once, in the order of arrival: what the portfolio can be rebuilt from.</summary>
public interface IFills
{
    /// <returns>False when a fill of this key is there already; nothing changes then.</returns>
    ValueTask<bool> TryAppend(Fill fill, CancellationToken ct);

    /// <summary>All fills in the order of arrival.</summary>
    IAsyncEnumerable<Fill> All(CancellationToken ct);
}
