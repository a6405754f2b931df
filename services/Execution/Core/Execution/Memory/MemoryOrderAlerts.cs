using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryOrderAlerts : IOrderAlerts
{
    private readonly List<OrderAlert> all = [];

    public IReadOnlyList<OrderAlert> All => all;

    public ValueTask Raise(OrderAlert alert, CancellationToken ct)
    {
        all.Add(alert);
        return ValueTask.CompletedTask;
    }
}
