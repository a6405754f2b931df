using System.Collections.Immutable;
using System.Numerics;
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
        var (trade, held) = (new double[history.Length], new double[history.Length]);
        Accumulate(book.After.Pairs[pairId], book.NetAssetValue, history, trade);
        var (all, moves) = ((double[])trade.Clone(), new CenteredSample(trade));
        var correlations = ImmutableArray.CreateBuilder<(string, double)>(book.Before.Pairs.Count);
        foreach (var (id, pair) in book.Before.Pairs)
        {
            Array.Clear(held);
            var flat = Accumulate(pair, book.NetAssetValue, history, held);
            var correlation = moves.CorrelationWith(held);
            if (!flat || !double.IsNaN(correlation)) correlations.Add((id, correlation));
            // The trade's own pair is in the trade already.
            if (id != pairId) Add(held, all);
        }

        return new BookResults(trade, all, correlations.ToImmutable());
    }

    /// <returns>True when all of the pair's exposures are zero.</returns>
    private static bool Accumulate(PairExposure pair, decimal netAssetValue, ReturnHistory history, Span<double> into)
    {
        var flat = true;
        foreach (var (id, value) in pair.Values)
        {
            flat &= value == 0m;
            history.Accumulate(id, NumberBridge.ToDouble(value / netAssetValue), into);
        }

        return flat;
    }

    private static void Add(ReadOnlySpan<double> one, Span<double> into)
    {
        var i = 0;
        for (; i <= into.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(into[i..]) + new Vector<double>(one[i..])).CopyTo(into[i..]);
        for (; i < into.Length; i++) into[i] += one[i];
    }
}
