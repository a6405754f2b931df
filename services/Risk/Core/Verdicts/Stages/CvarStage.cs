using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

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
        var (results, limit) = (input.Results, input.Limits.Cvar95);
        findings.Report(Name, "var-95", results.Var95, null, "fraction-of-nav");
        var cvar = results.Cvar95 + Others(input);
        findings.Hold(
            Name,
            "cvar-95",
            cvar,
            limit,
            "fraction-of-nav",
            ReasonCode.CvarLimit,
            $"The mean of the worst 5 % of days would be {cvar:P2}.");
    }

    // Expected shortfall is subadditive: whatever part of the others' orders fills, the book loses no more than itself and each of them.
    private static double Others(VerdictInput input)
    {
        var (book, sum) = (input.Book, 0.0);
        foreach (var (id, value) in book.After.Others)
            sum += Math.Max(0, input.History.Cvar(id, NumberBridge.ToDouble(value / book.NetAssetValue), Confidence));
        return sum;
    }
}
