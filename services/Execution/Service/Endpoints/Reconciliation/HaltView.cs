using Superintel.Execution.Service.Adapters.Execution.Halt;

namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>How far a halt has come.</summary>
/// <param name="Since">UTC on the machine's clock.</param>
/// <param name="VerifiedAt">When every venue last said that none of our orders works there; null: not yet.</param>
/// <param name="Left">Orders of ours that may still trade, and venues that did not answer.</param>
public sealed record HaltView(DateTimeOffset Since, DateTimeOffset? VerifiedAt, IReadOnlyList<string> Left)
{
    internal static HaltView? Of(HaltStanding? standing) =>
        standing is null ? null : new HaltView(standing.Since, standing.VerifiedAt, standing.Left);
}
