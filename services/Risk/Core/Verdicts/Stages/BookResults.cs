using System.Buffers;
using System.Collections.Immutable;
using Superintel.Risk.Exposure;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>What the trade and the book with it would have earned each day, as fractions of net asset value, and how the trade moves with
/// each pair held or at work. Only what is measured of the days is kept: the days themselves are in borrowed memory.</summary>
/// <param name="TradeVariance">Of the trade's daily results.</param>
/// <param name="Var95">Of the book with the trade, a loss.</param>
/// <param name="Cvar95">The mean loss beyond it.</param>
/// <param name="Correlations">In the order of the book before the trade; pairs that come to nothing are left out. NaN when a side does not
/// vary.</param>
internal sealed record BookResults(
    double TradeVariance, double Var95, double Cvar95, ImmutableArray<(string PairId, double Correlation)> Correlations)
{
    private const double Confidence = 0.95;

    public static BookResults Of(PricedBook book, string pairId, ReturnHistory history)
    {
        var length = history.Length;
        var borrowed = ArrayPool<double>.Shared.Rent(4 * length);
        try
        {
            var trade = borrowed.AsSpan(0, length);
            var all = borrowed.AsSpan(length, length);
            history.Results(book.After.Pairs[pairId], book.NetAssetValue, trade);
            trade.CopyTo(all);
            var moves = new CenteredSample(trade, borrowed.AsSpan(2 * length, length));
            var correlations = ImmutableArray.CreateBuilder<(string, double)>(book.Before.Pairs.Count);
            foreach (var pair in book.Before.Pairs.Values)
            {
                // The trade's own pair is in the trade already.
                var total = pair.PairId == pairId ? borrowed.AsSpan(3 * length, length) : all;
                var (correlation, flat) = Correlate(moves, pair, book.NetAssetValue, history, total);
                if (!flat || !double.IsNaN(correlation)) correlations.Add((pair.PairId, correlation));
            }

            var (var95, cvar95) = TailRisk.Historical(all, Confidence);
            return new BookResults(Variance(trade), var95, cvar95, correlations.DrainToImmutable());
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
        }
    }

    private static double Variance(ReadOnlySpan<double> results)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var result in results) sum += result;
        var mean = sum / results.Length;
        foreach (var result in results) squares += (result - mean) * (result - mean);
        return squares / (results.Length - 1);
    }

    /// <exception cref="InvalidOperationException">More than two instruments: no pair.</exception>
    private static (double Correlation, bool Flat) Correlate(
        CenteredSample trade, PairExposure pair, decimal netAssetValue, ReturnHistory history, Span<double> total)
    {
        var values = pair.Values;
        if (values.Length > 2) throw new InvalidOperationException($"{pair.PairId} holds more than two instruments.");
        var firstWeight = NumberBridge.ToDouble(values[0].Value / netAssetValue);
        var first = history.Of(values[0].Key);
        if (values.Length == 1) return (trade.CorrelateAndAdd(firstWeight, first, 0, first, total), firstWeight == 0);
        var secondWeight = NumberBridge.ToDouble(values[1].Value / netAssetValue);
        return (
            trade.CorrelateAndAdd(firstWeight, first, secondWeight, history.Of(values[1].Key), total),
            firstWeight == 0 && secondWeight == 0);
    }
}
