using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Tells people.</summary>
public interface IOrderAlerts
{
    ValueTask Raise(OrderAlert alert, CancellationToken ct);
}
