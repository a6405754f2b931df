using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Service.Adapters.Execution;

/// <summary>Alerts are logged, and published with the transaction that raised them: the journal and whoever watches hear of them.</summary>
internal sealed class PublishedAlerts(LoggedAlerts logged, IEvents events) : IOrderAlerts
{
    public async ValueTask Raise(OrderAlert alert, CancellationToken ct)
    {
        await events.Publish(alert.ToEvent(), ct);
        await logged.Raise(alert, ct);
    }
}
