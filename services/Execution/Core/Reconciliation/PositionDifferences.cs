using System.Collections.Immutable;
using Superintel.Execution.Execution.Control;

namespace Superintel.Execution.Reconciliation;

/// <summary>What a comparison of positions found, venues that were not asked excepted.</summary>
/// <param name="Blocking">Their instruments take no new risk.</param>
/// <param name="Dust">Less than the venue trades: told, and blocking nothing.</param>
/// <param name="News">Those of both that were not there before, or were others: an execution that was never told may explain them.</param>
public sealed record PositionDifferences(
    ImmutableArray<BlockedInstrument> Blocking, ImmutableArray<BlockedInstrument> Dust, ImmutableArray<BlockedInstrument> News);
