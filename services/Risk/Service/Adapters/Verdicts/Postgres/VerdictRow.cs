using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;

namespace Superintel.Risk.Service.Adapters.Verdicts.Postgres;

internal sealed record VerdictRow
{
    public string DecisionId { get; init; } = "";

    public string PairId { get; init; } = "";

    public string Intent { get; init; } = "";

    public bool Cleared { get; init; }

    public string Reasons { get; init; } = "";

    public string Measures { get; init; } = "";

    public string Stages { get; init; } = "";

    public DateTimeOffset JudgedAt { get; init; }

    public static VerdictRow Of(RiskVerdict verdict) => new()
    {
        DecisionId = verdict.Decision.Value,
        PairId = verdict.PairId,
        Intent = verdict.Intent.ToString(),
        Cleared = verdict.Cleared,
        Reasons = StoredJson.Write<VetoReason>([.. verdict.Reasons.Select(reason => reason.ToContract())]),
        Measures = StoredJson.Write<RiskMeasure>(verdict.Measures),
        Stages = StoredJson.Write<StageOutcome>(verdict.Stages),
        JudgedAt = verdict.At,
    };

    public RiskVerdict ToVerdict() => new(
        new DecisionId(DecisionId),
        PairId,
        Enum.Parse<TradeIntent>(Intent),
        [.. StoredJson.Read<VetoReason>(Reasons).Select(Read)],
        [.. StoredJson.Read<RiskMeasure>(Measures)],
        JudgedAt)
    {
        Stages = [.. StoredJson.Read<StageOutcome>(Stages)],
    };

    private static Reason Read(VetoReason told) => new(ReasonCode.Parse(told.Code), told.Detail, told.Value, told.Limit);
}
