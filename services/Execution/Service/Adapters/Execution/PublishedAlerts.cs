using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution;

/// <summary>Alerts are published with the transaction that raised them, and logged with it: the journal and whoever watches hear of them.
/// What is rolled back alerts nobody.</summary>
internal sealed class PublishedAlerts(LoggedAlerts logged, IEvents events, DbSession session) : IOrderAlerts
{
    public async ValueTask Raise(OrderAlert alert, CancellationToken ct)
    {
        await events.Publish(alert.ToEvent(), ct);
        session.BeforeCommit((_, inner) => logged.Raise(alert, inner).AsTask());
    }
}
