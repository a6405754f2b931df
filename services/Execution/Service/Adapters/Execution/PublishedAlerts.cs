using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Service.Adapters.Execution;

/// <summary>Alerts are published with the transaction that raised them, so that the journal and whoever watches hear them, and logged.</summary>
internal sealed class PublishedAlerts(LoggedAlerts logged, IEvents events) : IOrderAlerts
{
    public async ValueTask Raise(OrderAlert alert, CancellationToken ct)
    {
        await events.Publish(alert.ToEvent(), ct);
        await logged.Raise(alert, ct);
    }
}
