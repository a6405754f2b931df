using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>What the book with the trade would lose in the worst of the historical scenarios.</summary>
public sealed class StressStage : IStage
{
    private static readonly ShockTable table = new(HistoricalScenarios.All);

    public string Name => "stress";

    public void Examine(VerdictInput input, Findings findings)
    {
        var (book, exposure) = (input.Book, table.Empty());
        foreach (var pair in book.After.Pairs.Values)
        {
            // The market stage has found every instrument of the book.
            foreach (var (id, value) in pair.Values) exposure.Add(input.Market.Find(id)!, value);
        }

        foreach (var (id, value) in book.After.Others) exposure.AddAtWork(input.Market.Find(id)!, value);
        var (scenario, loss) = exposure.Worst();
        var share = NumberBridge.ToDouble(loss / book.NetAssetValue);
        findings.Hold(
            Name,
            scenario.Name,
            share,
            input.Limits.StressLoss,
            "fraction-of-nav",
            ReasonCode.StressLimit,
            $"In {scenario.Name} the book would lose {share:P2} of net asset value.");
    }
}
