using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>Which of the factors that are set can be used, one after the other by name, and why the others cannot.</summary>
internal sealed class FactorChoice
{
    // Of what the others explain this far nothing is left to explain anything with.
    private const double Follows = 1 - 1e-6;

    private readonly List<(string Name, InstrumentId Instrument)> used = [];
    private readonly SortedDictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <param name="assets">Of the book; a factor must share enough days with all of them, and with the factors before it.</param>
    /// <param name="series">Closes of the assets and of every factor.</param>
    public FactorChoice(
        IReadOnlyCollection<InstrumentId> assets,
        IReadOnlyList<(string Name, InstrumentId Instrument)> factors,
        IReadOnlyDictionary<InstrumentId, DailyCloses> series,
        MarketSnapshot market,
        RiskOptions options)
    {
        List<DateOnly>? days = assets.Count == 0 ? null : ReturnHistory.CommonDays([.. assets.Select(id => series[id])]);
        foreach (var factor in factors)
        {
            var its = series[factor.Instrument].Closes.Select(close => close.Day).ToHashSet();
            var shared = days?.Where(its.Contains).ToList() ?? [.. its.Order()];
            if (market.Find(factor.Instrument) is null) codes[factor.Name] = "unknown-instrument";
            else if (shared.Count <= options.MinimumHistoryDays) codes[factor.Name] = "insufficient-history";
            else
            {
                days = shared;
                used.Add(factor);
            }
        }

        History = ReturnHistory.From(
            [.. assets.Concat(used.Select(factor => factor.Instrument)).Distinct().Order().Select(id => series[id])], options.HistoryDays);
        foreach (var factor in used.ToArray()) Examine(factor);
    }

    /// <summary>Of the assets and the factors that are used.</summary>
    public ReturnHistory History { get; }

    /// <summary>By name; null when none is left.</summary>
    public ReturnPanel? Panel => used.Count == 0 ? null : Of(used);

    public string? Code(string name) => codes.GetValueOrDefault(name);

    private void Examine((string Name, InstrumentId Instrument) factor)
    {
        var returns = History.Of(factor.Instrument);
        if (Refusal(returns, [.. used.TakeWhile(one => one != factor)]) is not { } code) return;
        codes[factor.Name] = code;
        used.Remove(factor);
    }

    private string? Refusal(ReadOnlySpan<double> returns, IReadOnlyList<(string Name, InstrumentId Instrument)> before)
    {
        var varies = false;
        foreach (var value in returns)
        {
            if (!(value > -1 && double.IsFinite(value))) return "prices-invalid";
            varies |= value != returns[0];
        }

        if (!varies) return "does-not-vary";
        return before.Count > 0 && FactorExposure.Of(returns, Of(before)).RSquared > Follows ? "follows-others" : null;
    }

    private ReturnPanel Of(IReadOnlyList<(string Name, InstrumentId Instrument)> factors) => new(
        [.. factors.Select(factor => factor.Name)], [.. factors.Select(factor => History.Of(factor.Instrument).ToArray())]);
}
