using System.Collections.Immutable;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.External;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>What a comparison with the venues found.</summary>
/// <param name="Asked">Orders asked for.</param>
/// <param name="Changed">Those that the answer moved.</param>
/// <param name="Unanswered">Those whose venue could not answer: they stay as they are.</param>
/// <param name="Mismatches">Positions that differ; their instruments take no new risk.</param>
/// <param name="Externals">Orders of others that are new, or that moved or ended.</param>
public sealed record ReconciliationReport(
    int Asked,
    ImmutableArray<ClientOrderId> Changed,
    ImmutableArray<ClientOrderId> Unanswered,
    ImmutableArray<BlockedInstrument> Mismatches,
    ImmutableArray<ExternalOrder> Externals)
{
    /// <summary>Differences below what their venue trades: they block nothing.</summary>
    public ImmutableArray<BlockedInstrument> Dust { get; init; } = [];

    /// <summary>Of an order that could explain a difference the venue gave no answer: the next comparison looks into it again.</summary>
    public bool IsOpen { get; init; }
}
