using System.Text.Json;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Stories.Explain;

/// <summary>Tells one decision from the journal.</summary>
public sealed class ExplainDecision(IEntries entries, IDecisions decisions, IUnconvertedCommissions commissions)
{
    /// <returns>Null when the journal knows no such decision.</returns>
    public async Task<Story?> Handle(string decisionId, CancellationToken ct)
    {
        if (await decisions.Find(decisionId, ct) is not { } summary) return null;
        var steps = await entries.OfDecision(decisionId, ct);
        var unconverted = await commissions.Of([decisionId], ct);
        return new Story(
            summary.DecisionId,
            summary.PairId,
            summary.Intent,
            JsonNamingPolicy.KebabCaseLower.ConvertName(summary.Status.ToString()),
            summary.IsComplete,
            summary.Fills > 0 ? summary.Pnl : null,
            summary.Currency,
            summary.TraceId,
            summary.FirstAt,
            summary.LastAt,
            [.. steps.Select(StoryTeller.Tell)],
            [.. unconverted.Select(sum => new CommissionSum(sum.Currency, sum.Amount))]);
    }
}
