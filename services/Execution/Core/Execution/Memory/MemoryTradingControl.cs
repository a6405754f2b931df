using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryTradingControl : ITradingControl
{
    private TradingControl current = TradingControl.Initial;

    public ValueTask<TradingControl> Get(CancellationToken ct) => new(current);

    public ValueTask Set(TradingControl control, CancellationToken ct)
    {
        current = control;
        return ValueTask.CompletedTask;
    }
}
