using System.Buffers;
using Superintel.Kernel;
using Superintel.Risk.Exposure;
using Superintel.Risk.Market;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Measures;

/// <summary>
/// Simple daily returns of several instruments over the days that all of them have. In the quote currency: a position is financed in the
/// currency it is quoted in, so only its result bears the rate of exchange.
/// </summary>
public sealed class ReturnHistory
{
    private readonly Dictionary<InstrumentId, double[]> returns = [];

    private ReturnHistory(int length) => Length = length;

    /// <summary>Number of common returns, oldest first.</summary>
    public int Length { get; }

    /// <param name="closes">Of every instrument that will be asked for.</param>
    /// <param name="length">At most this many returns, the newest.</param>
    public static ReturnHistory From(IReadOnlyList<DailyCloses> closes, int length)
    {
        var days = CommonDays(closes);
        var kept = days.Skip(Math.Max(0, days.Count - length - 1)).ToArray();
        var history = new ReturnHistory(Math.Max(0, kept.Length - 1));
        foreach (var series in closes)
        {
            var byDay = series.Closes.ToDictionary(c => c.Day, c => NumberBridge.ToDouble(c.Close));
            var values = new double[history.Length];
            for (var i = 0; i < values.Length; i++) values[i] = byDay[kept[i + 1]] / byDay[kept[i]] - 1;
            history.returns[series.Instrument] = values;
        }
        return history;
    }

    public bool Covers(IEnumerable<InstrumentId> instruments) => instruments.All(returns.ContainsKey);

    /// <summary>What a set of exposures would have earned each day, as a fraction of net asset value.</summary>
    /// <exception cref="KeyNotFoundException">An instrument is not in the history.</exception>
    public double[] Results(IEnumerable<KeyValuePair<InstrumentId, decimal>> exposures, decimal netAssetValue)
    {
        var results = new double[Length];
        foreach (var (instrument, value) in exposures)
        {
            Accumulate(instrument, NumberBridge.ToDouble(value / netAssetValue), results);
        }
        return results;
    }

    /// <summary>The same of a pair, into a span of <see cref="Length"/>.</summary>
    public void Results(PairExposure pair, decimal netAssetValue, Span<double> into)
    {
        into.Clear();
        foreach (var (instrument, value) in pair.Values) Accumulate(instrument, NumberBridge.ToDouble(value / netAssetValue), into);
    }

    /// <summary>Returns of one instrument, oldest first.</summary>
    /// <exception cref="KeyNotFoundException">The instrument is not in the history.</exception>
    public ReadOnlySpan<double> Of(InstrumentId instrument) => returns[instrument];

    /// <summary>Adds what one exposure would have earned each day.</summary>
    /// <param name="weight">Exposure as a fraction of net asset value.</param>
    /// <param name="into">Of <see cref="Length"/>.</param>
    /// <exception cref="KeyNotFoundException">The instrument is not in the history.</exception>
    public void Accumulate(InstrumentId instrument, double weight, Span<double> into)
    {
        WeightedSum.Add(weight, returns[instrument], into);
    }

    /// <summary>Historical expected shortfall of one exposure.</summary>
    /// <param name="weight">Exposure as a fraction of net asset value.</param>
    /// <exception cref="KeyNotFoundException">The instrument is not in the history.</exception>
    public double Cvar(InstrumentId instrument, double weight, double confidence)
    {
        var borrowed = ArrayPool<double>.Shared.Rent(Length);
        try
        {
            var results = borrowed.AsSpan(0, Length);
            results.Clear();
            Accumulate(instrument, weight, results);
            return TailRisk.HistoricalCvar(results, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
        }
    }

    /// <summary>The same for all pairs of a book.</summary>
    public double[] Results(BookExposure book, decimal netAssetValue) =>
        Results(book.Pairs.Values.SelectMany(pair => pair.Values), netAssetValue);

    /// <summary>The days that all of them have, oldest first.</summary>
    internal static List<DateOnly> CommonDays(IReadOnlyList<DailyCloses> closes)
    {
        if (closes.Count == 0) return [];
        var common = new SortedSet<DateOnly>(closes[0].Closes.Select(c => c.Day));
        foreach (var series in closes.Skip(1)) common.IntersectWith(series.Closes.Select(c => c.Day));
        return [.. common];
    }
}
