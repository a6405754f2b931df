using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Execution.Ports;

/// <summary>The kill switch as Execution last heard of it.</summary>
public interface ITradingControl
{
    /// <returns><see cref="TradingControl.Initial"/> when nothing was heard yet.</returns>
    ValueTask<TradingControl> Get(CancellationToken ct);

    ValueTask Set(TradingControl control, CancellationToken ct);
}
