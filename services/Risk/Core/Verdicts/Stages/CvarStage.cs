using Superintel.Risk.Measures;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Historical expected shortfall of one day of the book with the trade.</summary>
public sealed class CvarStage : IStage
{
    private const double Confidence = 0.95;

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
        var (var95, cvar) = TailRisk.Historical(input.Results.Book, Confidence);
        findings.Report(Name, "var-95", var95, null, "fraction-of-nav");
        var detail = $"The mean of the worst 5 % of days would be {cvar:P2}.";
        findings.Hold(Name, "cvar-95", cvar, input.Limits.Cvar95, "fraction-of-nav", ReasonCode.CvarLimit, detail);
    }
}
