using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Sizing.Ports;

/// <summary>Asks risk how large a signal may be. A gate: what cannot answer says so, and that is a no.</summary>
public interface ISizing
{
    /// <param name="preceding">Decisions of the same bar that were approved before: their verdicts come first.</param>
    ValueTask<SizingAnswer> Size(SignalGenerated signal, IReadOnlyList<DecisionId> preceding, CancellationToken ct);
}
