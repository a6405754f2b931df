using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress.RunStress;

namespace Superintel.Risk.Stress.Models;

/// <summary>A drawn scenario on a book that nobody trades until it is over.</summary>
public static class ModelStress
{
    /// <summary>Outcomes that are drawn.</summary>
    public const int Draws = 10_000;

    private const double Confidence = 0.99;

    /// <param name="multiple">Times which every outcome is applied, above 0, at most <see cref="StressBook.LargestMultiple"/>.</param>
    /// <param name="seed">The same seed draws the same.</param>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public static StressReport Run(HeldBook book, ModelScenario scenario, double multiple, int seed, CancellationToken ct)
    {
        var asked = StressScenario.Drawn(scenario.Name, scenario.Source);
        if (book.Returns is null)
            return new StressReport(asked, book.Currency, book.NetAssetValue, 0m, null, []) { LeftOut = book.LeftOut };
        var outcomes = DrawnOutcomes.Draw(book, scenario, seed, Draws, ct);
        var results = outcomes.Results(multiple);
        decimal Money(double share) => NumberBridge.ToDecimal(share) * book.NetAssetValue;
        var (at99, mean) = TailRisk.Historical(results, Confidence);
        var limit = book.Limits.Drawdown;
        return new StressReport(
            asked, book.Currency, book.NetAssetValue, Money(mean), Breaking(outcomes, limit, ct),
            [.. outcomes.Positions(results, multiple)])
        {
            LeftOut = book.LeftOut,
            Drawn = new StressDistribution(
                Draws, seed, Money(-Median(results)), Money(TailRisk.HistoricalVar(results, 0.95)), Money(at99), Money(-results.Min())),
        };
    }

    /// <remarks>Steps of a twentieth, then halved: the loss need not grow with the multiple, since prices stop at zero.</remarks>
    private static double? Breaking(DrawnOutcomes outcomes, double limit, CancellationToken ct)
    {
        bool Breaks(double multiple) => TailRisk.HistoricalCvar(outcomes.Results(multiple), Confidence) >= limit;
        var (holds, breaks) = (0.0, 0.01);
        while (!Breaks(breaks))
        {
            ct.ThrowIfCancellationRequested();
            if (breaks >= StressBook.LargestMultiple) return null;
            (holds, breaks) = (breaks, Math.Min(breaks * 1.05, StressBook.LargestMultiple));
        }

        while (breaks - holds > 1e-4 * breaks)
        {
            var middle = (holds + breaks) / 2;
            if (Breaks(middle)) breaks = middle;
            else holds = middle;
        }

        return breaks;
    }

    private static double Median(double[] results)
    {
        double[] sorted = [.. results.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
