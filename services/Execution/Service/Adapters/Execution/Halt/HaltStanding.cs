using System.Collections.Immutable;

namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>How far a halt has come: which of our orders may still trade, and whether the venues were asked.</summary>
/// <param name="Since">When it was first seen in this run, UTC on the machine's clock.</param>
/// <param name="VerifiedAt">When every venue last said that none of ours works there; null: not yet.</param>
/// <param name="Left">For a person.</param>
internal sealed record HaltStanding(DateTimeOffset Since, DateTimeOffset? VerifiedAt, ImmutableArray<string> Left);
