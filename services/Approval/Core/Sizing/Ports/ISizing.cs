using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Sizing.Ports;

/// <summary>Asks risk how large a signal may be. A gate: what cannot answer says so, and that is a no.</summary>
public interface ISizing
{
    ValueTask<SizingAnswer> Size(SignalGenerated signal, CancellationToken ct);
}
