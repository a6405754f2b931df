using Superintel.Risk.Measures;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Correlation of the trade's daily result with that of each pair held or at work, at today's sizes and sides.</summary>
public sealed class CorrelationStage : IStage
{
    public string Name => "correlation";

    public void Examine(VerdictInput input, Findings findings)
    {
        var book = input.Book;
        // Too short a history is vetoed by the cvar stage; here it only means that there is nothing to correlate.
        if (!input.HasHistory) return;
        var trade = input.Trade;
        foreach (var (pairId, held) in book.Before.Pairs)
        {
            var correlation = Correlation.Pearson(trade, input.History.Results(held.Values, book.NetAssetValue));
            if (double.IsNaN(correlation) && held.Values.Values.All(value => value == 0m)) continue;
            findings.Hold(
                Name,
                pairId,
                correlation,
                input.Limits.Correlation,
                "correlation",
                ReasonCode.CorrelationLimit,
                $"The trade moves with {pairId}: {correlation:0.00}.");
        }
    }
}
