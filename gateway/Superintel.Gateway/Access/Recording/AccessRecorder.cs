using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Gateway.Access.Recording;

/// <summary>Tells the journal who came in, who failed to, and who changed what others may do.</summary>
internal sealed class AccessRecorder(IEvents events)
{
    public ValueTask Record(string user, string action, string detail, CancellationToken ct) =>
        events.Publish(new AccessRecorded(Guid.CreateVersion7().ToString("N"), user, action, detail, TimeProvider.System.GetUtcNow()), ct);
}
