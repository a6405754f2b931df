using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Distance;

/// <summary>The distance method: pairs of the least squared difference between prices normalised to 1.</summary>
/// <remarks>Gatev, Goetzmann and Rouwenhorst (2006), Pairs trading: performance of a relative-value arbitrage rule. Prices with dividends
/// put back stand for their cumulative total returns.</remarks>
public static class DistanceMethod
{
    /// <summary>Ranks all pairs of the formation rows.</summary>
    /// <param name="columns">Prices, column after column, each <paramref name="observations"/> positive values, at least 2 series.</param>
    /// <param name="observations">Rows, at least 3.</param>
    /// <param name="greatest">Pairs returned, at least 1.</param>
    /// <returns>The nearest first; equal ones by position.</returns>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static IReadOnlyList<DistancePair> Rank(ReadOnlySpan<double> columns, int observations, int greatest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(greatest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        int count = columns.Length / observations;
        if (count < 2 || count * observations != columns.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooManySeries, $"{count} whole columns, at least 2 are needed");
        }

        double[] normalised = new double[columns.Length];
        for (int i = 0; i < count; i++)
        {
            var series = columns.Slice(i * observations, observations);
            SeriesCheck.Demand(series, 3, i);
            SeriesCheck.DemandPositive(series, i);
            TensorPrimitives.Divide(series, series[0], normalised.AsSpan(i * observations, observations));
        }

        var nearest = new PriorityQueue<(int First, int Second), (double, int, int)>();
        double[] difference = new double[observations];
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                double square = Squared(normalised, observations, i, j, difference);

                // The queue gives up the farthest first, so negated keys keep the nearest.
                nearest.Enqueue((i, j), (-square, -i, -j));
                if (nearest.Count > greatest)
                {
                    nearest.Dequeue();
                }
            }
        }

        var pairs = new List<DistancePair>(nearest.Count);
        while (nearest.TryDequeue(out var pair, out _))
        {
            double square = Squared(normalised, observations, pair.First, pair.Second, difference);
            pairs.Add(Describe(pair.First, pair.Second, square, difference));
        }

        pairs.Reverse();
        return pairs;
    }

    private static double Squared(double[] normalised, int observations, int first, int second, double[] difference)
    {
        TensorPrimitives.Subtract(
            normalised.AsSpan(first * observations, observations), normalised.AsSpan(second * observations, observations), difference);
        return TensorPrimitives.SumOfSquares<double>(difference);
    }

    private static DistancePair Describe(int first, int second, double square, double[] difference)
    {
        double mean = TensorPrimitives.Sum<double>(difference) / difference.Length;
        double squares = 0;
        int crossings = 0;
        bool above = difference[0] > mean;
        foreach (double value in difference)
        {
            squares += (value - mean) * (value - mean);
            crossings += value > mean != above ? 1 : 0;
            above = value > mean;
        }

        return new DistancePair(first, second, square, Math.Sqrt(squares / (difference.Length - 1)), crossings);
    }
}
