using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Portfolio.Accruals;

namespace Superintel.Risk;

/// <summary>What is set by the operator at start. Limits are not here: they are changed at run time, by people, with an audit
/// trail.</summary>
public sealed record RiskOptions
{
    /// <summary>Currency that everything is valued in. Default USD. Must not change once there are fills.</summary>
    public string BaseCurrency { get; init; } = "USD";

    /// <summary>Cash before the first fill, in the base currency, above zero. Default 1,000,000.</summary>
    public decimal InitialCapital { get; init; } = 1_000_000m;

    /// <summary>How long a clearance may be used, on the fleet's clock. Default 5 minutes; less than the shortest bar.</summary>
    public TimeSpan ClearanceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Daily returns behind CVaR and correlation, 20 to 2,000. Default 250.</summary>
    public int HistoryDays { get; init; } = 250;

    /// <summary>Fewer common daily returns than this and nothing is cleared, 20 to <see cref="HistoryDays"/>. Default 100.</summary>
    public int MinimumHistoryDays { get; init; } = 100;

    /// <summary>Share of the room under a limit that sizing uses, above 0 to 1, so that the verdict is not decided by rounding.
    /// Default 0.98.</summary>
    public double SizingHeadroom { get; init; } = 0.98;

    /// <summary>An entry of less than this, both legs in the base currency, is not worth its costs; 0 and more. Default 10,000.</summary>
    public decimal MinimumNotional { get; init; } = 10_000m;

    /// <summary>Bars of one day per year, for annual volatility. Default 252.</summary>
    public double TradingDaysPerYear { get; init; } = 252;

    /// <summary>What Execution does when one leg of an entry fails: cancel-rest, unwind or hold-and-alert. Default unwind.</summary>
    public string EntryLegFailurePolicy { get; init; } = "unwind";

    /// <summary>The same for an exit. Default hold-and-alert: an exit that half succeeded must not be bought back.</summary>
    public string ExitLegFailurePolicy { get; init; } = "hold-and-alert";

    /// <summary>How often a flatten is tried again for what is left of a pair, 1 to 20. Default 5.</summary>
    public int FlattenAttempts { get; init; } = 5;

    /// <summary>Annual fee on borrowed units by instrument or asset class (equity, crypto, ...), a fraction of value, 0 to 10. Default
    /// none.</summary>
    public IReadOnlyDictionary<string, decimal> BorrowRates { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>Annual funding by instrument or asset class, -10 to 10: above zero longs pay and shorts receive. Default none.</summary>
    public IReadOnlyDictionary<string, decimal> FundingRates { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>Units of the base currency per unit of a currency whose rate no bar tells, such as USDT in USD: the operator's word, used
    /// until a bar speaks. A stablecoin that loses its peg is not seen. Above zero. Default none.</summary>
    public IReadOnlyDictionary<string, decimal> DeclaredRates { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>What the book's results are explained by: a name of one's own and an instrument whose closes Risk is told, such as
    /// market = SPY.ARCX. At most 16. Default none.</summary>
    public IReadOnlyDictionary<string, string> Factors { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Days that a daily volume is the average of, 1 to 250. Default 20.</summary>
    public int VolumeDays { get; init; } = 20;

    /// <summary>Share of the daily volume that selling takes, above 0 to 1. Default 0.1.</summary>
    public double Participation { get; init; } = 0.1;

    public Currency Base => new(BaseCurrency);

    /// <summary>The same factors, by name.</summary>
    /// <exception cref="FormatException">The options have a problem.</exception>
    public IReadOnlyList<(string Name, InstrumentId Instrument)> FactorInstruments =>
        [.. Factors.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, InstrumentId.Parse(one.Value)))];

    /// <summary>Every rule the options break, empty when they are sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!IsCurrency(BaseCurrency))
            problems.Add("BaseCurrency must be a currency code");
        if (InitialCapital <= 0m) problems.Add("InitialCapital must be above zero");
        if (ClearanceLifetime <= TimeSpan.Zero) problems.Add("ClearanceLifetime must be above zero");
        if (HistoryDays is < 20 or > 2000) problems.Add("HistoryDays must be 20 to 2000");
        if (MinimumHistoryDays < 20 || MinimumHistoryDays > HistoryDays) problems.Add("MinimumHistoryDays must be 20 to HistoryDays");
        if (SizingHeadroom is not (> 0 and <= 1)) problems.Add("SizingHeadroom must be above 0 and at most 1");
        if (MinimumNotional < 0m) problems.Add("MinimumNotional must not be below zero");
        if (TradingDaysPerYear is not (> 0 and <= 366)) problems.Add("TradingDaysPerYear must be above 0 and at most 366");
        if (FlattenAttempts is < 1 or > 20) problems.Add("FlattenAttempts must be 1 to 20");
        foreach (var policy in new[] { EntryLegFailurePolicy, ExitLegFailurePolicy })
        {
            if (policy is not ("cancel-rest" or "unwind" or "hold-and-alert"))
                problems.Add($"the leg failure policy '{policy}' is none of cancel-rest, unwind, hold-and-alert");
        }
        problems.AddRange(FactorProblems());
        if (VolumeDays is < 1 or > 250) problems.Add("VolumeDays must be 1 to 250");
        if (Participation is not (> 0 and <= 1)) problems.Add("Participation must be above 0 and at most 1");
        problems.AddRange(CarryRates.Problems("BorrowRates", BorrowRates, 0m));
        problems.AddRange(CarryRates.Problems("FundingRates", FundingRates, -10m));
        foreach (var (currency, rate) in DeclaredRates.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            if (!IsCurrency(currency) || currency == BaseCurrency)
                problems.Add($"DeclaredRates has '{currency}', which is no other currency");
            if (rate <= 0m) problems.Add($"DeclaredRates of {currency} must be above zero");
        }
        return problems;
    }

    private IEnumerable<string> FactorProblems()
    {
        if (Factors.Count > 16) yield return "Factors must be at most 16";
        foreach (var (name, instrument) in Factors.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            if (name.Length is 0 or > 32 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                yield return $"Factors has '{name}': a name is up to 32 letters, digits and dashes";
            if (!InstrumentId.TryParse(instrument, out _)) yield return $"Factors of {name}: '{instrument}' is no instrument";
        }

        foreach (var twice in Factors.Values.GroupBy(one => one, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"Factors has {twice.Key} under two names";
    }

    private static bool IsCurrency(string code) => code is { Length: >= 3 and <= 10 } && code.All(char.IsAsciiLetterOrDigit);
}
