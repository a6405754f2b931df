using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Historical expected shortfall of one day of the book with the trade.</summary>
public sealed class CvarStage : IStage
{
    public string Name => "cvar";

    public void Examine(VerdictInput input, Findings findings)
    {
        var history = input.History;
        findings.Report(Name, "history", history.Length, input.Options.MinimumHistoryDays, "days");
        if (!input.HasHistory)
        {
            findings.Veto(
                ReasonCode.InsufficientHistory,
                $"{history.Length} common daily returns.",
                history.Length,
                input.Options.MinimumHistoryDays);
            return;
        }
        var (results, limit) = (input.Results, input.Limits.Cvar95);
        findings.Report(Name, "var-95", results.Var95, null, "fraction-of-nav");
        findings.Hold(
            Name,
            "cvar-95",
            results.Cvar95,
            limit,
            "fraction-of-nav",
            ReasonCode.CvarLimit,
            $"The mean of the worst 5 % of days would be {results.Cvar95:P2}.");
    }
}
