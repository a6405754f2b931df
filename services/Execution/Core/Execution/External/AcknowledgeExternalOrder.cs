using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.External;

/// <summary>A person takes responsibility for an order of somebody else's: its instrument takes new risk again.</summary>
public sealed class AcknowledgeExternalOrder(IExternalOrders externals, IEvents events, TimeProvider clock)
{
    /// <returns>The order afterwards; null: there is no such order. Acknowledging twice, or one that is over, changes nothing.</returns>
    public async Task<ExternalOrder?> Handle(ClientOrderId id, string by, CancellationToken ct)
    {
        if (await externals.Find(id, ct) is not { } order) return null;
        var now = clock.GetUtcNow();
        var after = order.Acknowledge(by, now);
        if (after == order) return order;
        await externals.Save(after, ct);
        await events.Publish(ExternalOrderEvents.Changed(after, now), ct);
        return after;
    }
}
