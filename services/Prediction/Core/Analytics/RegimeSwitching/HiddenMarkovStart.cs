using Superintel.Prediction.Analytics.Diagnostics;

namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Deterministic starts of a hidden Markov model.</summary>
internal static class HiddenMarkovStart
{
    private const double Stay = 0.9;
    private const int MaximumRounds = 100;

    public static IEnumerable<HiddenMarkovModel> Of(ReadOnlySpan<double> values, int states)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double median = sorted[sorted.Length / 2];
        double[] bySize = [.. sorted.OrderBy(v => Math.Abs(v - median)).ThenBy(v => v)];
        double variance = MomentSummary.Of(values).Variance;
        var byMean = Model(KMeans(sorted, states), variance);
        return states == 1 ? [byMean] : [byMean, Model(Equal(bySize, states), variance)];
    }

    private static HiddenMarkovModel Model(List<double[]> groups, double variance)
    {
        int states = groups.Count;
        double[] means = [.. groups.Select(g => g.Length > 0 ? g.Average() : 0)];
        double[] variances = new double[states];
        for (int i = 0; i < states; i++)
        {
            double mean = means[i];
            double own = groups[i].Length > 1 ? groups[i].Average(v => (v - mean) * (v - mean)) : variance;

            // A start narrower than a hundredth of the sample would never let a value go again.
            variances[i] = Math.Max(own, 0.01 * variance);
        }

        double move = states > 1 ? (1 - Stay) / (states - 1) : 0;
        double[][] transition = new double[states][];
        for (int i = 0; i < states; i++)
        {
            transition[i] = new double[states];
            Array.Fill(transition[i], move);
            transition[i][i] = states > 1 ? Stay : 1;
        }

        double[] initial = new double[states];
        Array.Fill(initial, 1.0 / states);
        return new HiddenMarkovModel(initial, transition, means, variances);
    }

    private static List<double[]> Equal(double[] ordered, int groups)
    {
        var parts = new List<double[]>(groups);
        for (int i = 0; i < groups; i++)
        {
            parts.Add(ordered[(ordered.Length * i / groups)..(ordered.Length * (i + 1) / groups)]);
        }

        return parts;
    }

    // On a line the nearest centre splits the sorted values at midpoints.
    private static List<double[]> KMeans(double[] sorted, int groups)
    {
        var parts = Equal(sorted, groups);
        for (int round = 0; round < MaximumRounds; round++)
        {
            double[] centres = [.. parts.Select(p => p.Length > 0 ? p.Average() : 0)];
            var next = new List<double[]>(groups);
            int from = 0;
            for (int i = 0; i < groups; i++)
            {
                int to = i == groups - 1 ? sorted.Length : Split(sorted, 0.5 * (centres[i] + centres[i + 1]), from);
                next.Add(sorted[from..to]);
                from = to;
            }

            if (next.Zip(parts, (a, b) => a.Length == b.Length).All(same => same))
            {
                break;
            }

            parts = next;
        }

        return parts;
    }

    private static int Split(double[] sorted, double border, int from)
    {
        int to = from;
        while (to < sorted.Length && sorted[to] <= border)
        {
            to++;
        }

        return to;
    }
}
