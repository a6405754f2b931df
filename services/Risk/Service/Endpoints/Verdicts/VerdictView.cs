using Superintel.Contracts.Events.V1;
using Superintel.Risk.Verdicts;

namespace Superintel.Risk.Service.Endpoints.Verdicts;

/// <param name="Verdict">cleared or vetoed.</param>
/// <param name="Reasons">Empty when cleared.</param>
/// <param name="Stages">The chain stage by stage, with inputs and outcome.</param>
public sealed record VerdictView(
    string DecisionId,
    string PairId,
    string Verdict,
    IReadOnlyList<VetoReason> Reasons,
    IReadOnlyList<RiskMeasure> Measures,
    IReadOnlyList<StageOutcome> Stages,
    DateTimeOffset At)
{
    public static VerdictView Of(RiskVerdict verdict) => new(
        verdict.Decision.Value,
        verdict.PairId,
        verdict.Cleared ? "cleared" : "vetoed",
        [.. verdict.Reasons.Select(reason => reason.ToContract())],
        verdict.Measures,
        verdict.Stages,
        verdict.At);
}
