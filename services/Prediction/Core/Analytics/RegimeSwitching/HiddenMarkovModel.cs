namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>A hidden Markov chain whose states emit normal values.</summary>
/// <param name="Initial">Probability of every state at the first value.</param>
/// <param name="Transition">One row per state: probabilities of the next one.</param>
/// <param name="Means">Mean per state, in units of the series.</param>
/// <param name="Variances">Variance per state, in squared units, positive.</param>
public sealed record HiddenMarkovModel(double[] Initial, double[][] Transition, double[] Means, double[] Variances)
{
    /// <summary>Number of states.</summary>
    public int States => Means.Length;

    /// <summary>Estimated numbers: initial, transitions, means and variances, less the sums that are one.</summary>
    public int Parameters => (States * States) + (2 * States) - 1;

    /// <summary>Log likelihood of a series.</summary>
    public double LogLikelihood(ReadOnlySpan<double> values)
    {
        double[] frames = Frames(values);
        return HiddenMarkovRecursion.Forward(LogInitial(), LogTransition(), frames, new double[frames.Length]);
    }

    /// <summary>Probability of every state at every value, given the whole series.</summary>
    /// <returns>Value after value, one entry per state.</returns>
    public double[] Posterior(ReadOnlySpan<double> values)
    {
        double[] frames = Frames(values);
        double[] forward = new double[frames.Length];
        double[] backward = new double[frames.Length];
        double likelihood = HiddenMarkovRecursion.Forward(LogInitial(), LogTransition(), frames, forward);
        HiddenMarkovRecursion.Backward(LogTransition(), frames, States, backward);
        for (int i = 0; i < forward.Length; i++)
        {
            forward[i] = Math.Exp(forward[i] + backward[i] - likelihood);
        }

        return forward;
    }

    /// <summary>Most probable path of states and its log probability together with the series.</summary>
    public (int[] Path, double LogProbability) Decode(ReadOnlySpan<double> values)
    {
        int[] path = new int[values.Length];
        double probability = HiddenMarkovRecursion.BestPath(LogInitial(), LogTransition(), Frames(values), path);
        return (path, probability);
    }

    /// <summary>The same model with its states in another order.</summary>
    internal HiddenMarkovModel Reordered(int[] order) => new(
        [.. order.Select(i => Initial[i])],
        [.. order.Select(i => order.Select(j => Transition[i][j]).ToArray())],
        [.. order.Select(i => Means[i])],
        [.. order.Select(i => Variances[i])]);

    internal double[] LogInitial() => Array.ConvertAll(Initial, Math.Log);

    internal double[] LogTransition() => [.. Transition.SelectMany(row => row.Select(p => Math.Log(p)))];

    /// <summary>Log density of every value under every state, value after value.</summary>
    public double[] Frames(ReadOnlySpan<double> values)
    {
        double[] frames = new double[values.Length * States];
        double[] constants = Array.ConvertAll(Variances, v => -0.5 * Math.Log(2 * Math.PI * v));
        for (int t = 0; t < values.Length; t++)
        {
            for (int i = 0; i < States; i++)
            {
                double distance = values[t] - Means[i];
                frames[(t * States) + i] = constants[i] - (0.5 * distance * distance / Variances[i]);
            }
        }

        return frames;
    }
}
