using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Portfolio.Accruals;

/// <summary>Annual rates of one instrument, fractions.</summary>
/// <param name="Borrow">Of what is short, zero or more.</param>
/// <param name="Funding">Of what is held: above zero longs pay.</param>
public readonly record struct CarryRates(decimal Borrow, decimal Funding)
{
    public static CarryRates Of(Instrument instrument, RiskOptions options) =>
        new(Rate(options.BorrowRates, instrument), Rate(options.FundingRates, instrument));

    /// <summary>Whether anything is charged at all.</summary>
    public static bool Any(RiskOptions options) => options.BorrowRates.Count > 0 || options.FundingRates.Count > 0;

    /// <summary>Every rule that rates by name break.</summary>
    /// <param name="name">Of the option.</param>
    /// <param name="least">Smallest rate.</param>
    public static IEnumerable<string> Problems(string name, IReadOnlyDictionary<string, decimal> rates, decimal least)
    {
        foreach (var (key, rate) in rates.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            if (!Enum.TryParse<AssetClass>(key, ignoreCase: true, out _) && !InstrumentId.TryParse(key, out _))
                yield return $"{name} has '{key}', which is neither an asset class nor an instrument";
            if (rate < least || rate > 10m) yield return $"{name} of {key} must be {least} to 10 a year";
        }
    }

    // What is said of an instrument goes before what is said of its class.
    private static decimal Rate(IReadOnlyDictionary<string, decimal> rates, Instrument instrument)
    {
        if (rates.TryGetValue(instrument.Id.ToString(), out var own)) return own;
        return rates.TryGetValue(instrument.AssetClass.ToString().ToLowerInvariant(), out var ofClass) ? ofClass : 0m;
    }
}
