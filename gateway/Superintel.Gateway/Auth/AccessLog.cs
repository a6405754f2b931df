using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Gateway.Auth;

/// <summary>Tells the journal who did what with access, in the transaction in which it was done.</summary>
internal sealed class AccessLog(IEvents events)
{
    public ValueTask Record(string user, string action, string detail, CancellationToken ct) =>
        events.Publish(new AccessRecorded(Guid.CreateVersion7().ToString("N"), user, action, detail, TimeProvider.System.GetUtcNow()), ct);
}
