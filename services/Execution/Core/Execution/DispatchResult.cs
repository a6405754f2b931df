using System.Collections.Immutable;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution;

/// <summary>What a call to a venue taught us.</summary>
/// <param name="Reached">The venue answered: the call need not be repeated.</param>
/// <param name="Events">To apply, in order; empty when the venue's word is still to come.</param>
public sealed record DispatchResult(bool Reached, ImmutableArray<BrokerEvent> Events);
