using Superintel.Risk.Stress.RunStress;

namespace Superintel.Risk.Service.Endpoints.Stress;

/// <summary>A scenario on today's book.</summary>
/// <param name="Loss">Base currency, above zero is a loss.</param>
/// <param name="LossShare">Of net asset value.</param>
/// <param name="BreakingMultiple">Of the scenario, at which the drawdown limit breaks; null when none up to a hundred does.</param>
/// <param name="Drawn">Null when the scenario is not drawn.</param>
/// <param name="LeftOut">Positions in the desk's accounts that count in no number here.</param>
internal sealed record StressView(
    string Name,
    string Source,
    IReadOnlyDictionary<string, double> Assets,
    IReadOnlyDictionary<string, double> Currencies,
    string Currency,
    decimal NetAssetValue,
    decimal Loss,
    double LossShare,
    double? BreakingMultiple,
    IReadOnlyList<StressLossView> Positions,
    DrawnView? Drawn,
    IReadOnlyList<LeftOutView> LeftOut)
{
    public static StressView Of(StressReport report) => new(
        report.Scenario.Name,
        report.Scenario.Source,
        new SortedDictionary<string, double>(
            report.Scenario.Assets.ToDictionary(shock => shock.Key.ToString().ToLowerInvariant(), shock => shock.Value),
            StringComparer.Ordinal),
        report.Scenario.Currencies,
        report.Currency.Code,
        report.NetAssetValue,
        report.Loss,
        (double)(report.Loss / report.NetAssetValue),
        report.BreakingMultiple,
        [.. report.Positions.Select(one => new StressLossView(one.Instrument.ToString(), one.Value, one.Loss, one.External))],
        report.Drawn is { } drawn
            ? new DrawnView(drawn.Draws, drawn.Seed, drawn.Median, drawn.Loss95, drawn.Loss99, drawn.Worst)
            : null,
        LeftOutView.Of(report.LeftOut));
}
