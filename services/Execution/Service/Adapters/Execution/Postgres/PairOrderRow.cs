using Superintel.Execution.Execution.Pairs;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Postgres;

/// <summary>A row of pair_order.</summary>
internal sealed class PairOrderRow
{
    public string ClearanceId { get; init; } = "";
    public string DecisionId { get; init; } = "";
    public string PairId { get; init; } = "";
    public string Intent { get; init; } = "";
    public string Policy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset PatienceUntil { get; init; }
    public string Status { get; init; } = "";
    public string? Outcome { get; init; }
    public string Detail { get; init; } = "";
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? ClearedUntil { get; init; }

    public static PairOrderRow Of(PairOrder pair) => new()
    {
        ClearanceId = pair.ClearanceId.Value,
        DecisionId = pair.DecisionId.Value,
        PairId = pair.PairId.ToString(),
        Intent = pair.Intent.ToString(),
        Policy = pair.Policy.ToString(),
        CreatedAt = pair.CreatedAt,
        PatienceUntil = pair.PatienceUntil,
        Status = pair.Status.ToString(),
        Outcome = pair.Outcome?.ToString(),
        Detail = pair.Detail,
        ClosedAt = pair.ClosedAt,
        ClearedUntil = pair.ClearedUntil,
    };

    public PairOrder ToPair() => new(
        new ClearanceId(ClearanceId), new DecisionId(DecisionId), Kernel.PairId.Parse(PairId), Enum.Parse<PairIntent>(Intent),
        Enum.Parse<LegFailurePolicy>(Policy), CreatedAt, PatienceUntil, Enum.Parse<PairStatus>(Status),
        Outcome is null ? null : Enum.Parse<PairOutcome>(Outcome), Detail, ClosedAt)
    {
        ClearedUntil = ClearedUntil,
    };
}
