using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.External;

namespace Superintel.Execution.Reconciliation;

/// <summary>A position at a venue, and who explains which part of it.</summary>
/// <param name="Position">The sums; its difference is zero when they agree, and may be dust when they do not block.</param>
/// <param name="IsBlocked">The instrument takes no new risk.</param>
/// <param name="Holding">What a person said is not ours; null: nobody said anything.</param>
public sealed record VenuePosition(BlockedInstrument Position, bool IsBlocked, ExternalHolding? Holding);
