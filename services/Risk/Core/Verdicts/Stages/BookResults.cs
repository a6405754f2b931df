using System.Collections.Immutable;
using Superintel.Risk.Exposure;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>What the trade and the book with it would have earned each day, as fractions of net asset value, and how the trade moves with
/// each pair held or at work.</summary>
/// <param name="Correlations">In the order of the book before the trade; pairs that come to nothing are left out. NaN when a side does not
/// vary.</param>
internal sealed record BookResults(double[] Trade, double[] Book, ImmutableArray<(string PairId, double Correlation)> Correlations)
{
    public static BookResults Of(PricedBook book, string pairId, ReturnHistory history)
    {
        var trade = history.Results(book.After.Pairs[pairId].Values, book.NetAssetValue);
        var (all, moves) = ((double[])trade.Clone(), new CenteredSample(trade));
        var correlations = ImmutableArray.CreateBuilder<(string, double)>(book.Before.Pairs.Count);
        foreach (var (id, pair) in book.Before.Pairs)
        {
            // The trade's own pair is in the trade already.
            var (correlation, flat) = Correlate(moves, pair, book.NetAssetValue, history, id == pairId ? new double[history.Length] : all);
            if (!flat || !double.IsNaN(correlation)) correlations.Add((id, correlation));
        }

        return new BookResults(trade, all, correlations.ToImmutable());
    }

    /// <exception cref="InvalidOperationException">More than two instruments: no pair.</exception>
    private static (double Correlation, bool Flat) Correlate(
        CenteredSample trade, PairExposure pair, decimal netAssetValue, ReturnHistory history, Span<double> total)
    {
        ReadOnlySpan<double> first = default, second = default;
        var (firstWeight, secondWeight, legs) = (0.0, 0.0, 0);
        foreach (var (id, value) in pair.Values)
        {
            var weight = NumberBridge.ToDouble(value / netAssetValue);
            if (legs == 0)
            {
                first = history.Of(id);
                firstWeight = weight;
            }
            else
            {
                second = history.Of(id);
                secondWeight = weight;
            }

            if (++legs > 2) throw new InvalidOperationException($"{pair.PairId} holds more than two instruments.");
        }

        if (legs == 1) second = first;
        return (trade.CorrelateAndAdd(firstWeight, first, secondWeight, second, total), firstWeight == 0 && secondWeight == 0);
    }
}
