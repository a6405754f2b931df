namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Forward, backward and best-path recursions of a hidden Markov chain in log space, without allocation.</summary>
/// <remarks>Rabiner (1989), A tutorial on hidden Markov models. A frame is the log density of one observation under every state; frames,
/// forward and backward variables are stored observation after observation, one entry per state.</remarks>
public static class HiddenMarkovRecursion
{
    /// <summary>Greatest number of states.</summary>
    public const int MaximumStates = 16;

    /// <summary>Forward variables.</summary>
    /// <param name="initial">Log probabilities of the first state.</param>
    /// <param name="transition">Log transition probabilities, row-major, from row to column.</param>
    /// <param name="frames">Log densities.</param>
    /// <param name="forward">Receives ln P(observations up to t, state at t).</param>
    /// <returns>Log likelihood of all observations.</returns>
    public static double Forward(
        ReadOnlySpan<double> initial, ReadOnlySpan<double> transition, ReadOnlySpan<double> frames, Span<double> forward)
    {
        int states = initial.Length;
        Span<double> terms = stackalloc double[MaximumStates];
        terms = terms[..states];
        for (int i = 0; i < states; i++)
        {
            forward[i] = initial[i] + frames[i];
        }

        for (int at = states; at < frames.Length; at += states)
        {
            for (int j = 0; j < states; j++)
            {
                for (int i = 0; i < states; i++)
                {
                    terms[i] = forward[at - states + i] + transition[(i * states) + j];
                }

                forward[at + j] = LogSum.Of(terms) + frames[at + j];
            }
        }

        return LogSum.Of(forward.Slice(frames.Length - states, states));
    }

    /// <summary>Backward variables: receives ln P(observations after t | state at t).</summary>
    public static void Backward(ReadOnlySpan<double> transition, ReadOnlySpan<double> frames, int states, Span<double> backward)
    {
        Span<double> terms = stackalloc double[MaximumStates];
        terms = terms[..states];
        backward.Slice(frames.Length - states, states).Clear();
        for (int at = frames.Length - (2 * states); at >= 0; at -= states)
        {
            for (int i = 0; i < states; i++)
            {
                for (int j = 0; j < states; j++)
                {
                    terms[j] = transition[(i * states) + j] + frames[at + states + j] + backward[at + states + j];
                }

                backward[at + i] = LogSum.Of(terms);
            }
        }
    }

    /// <summary>Viterbi's most probable path of states.</summary>
    /// <param name="initial">Log probabilities of the first state.</param>
    /// <param name="transition">Log transition probabilities, row-major.</param>
    /// <param name="frames">Log densities.</param>
    /// <param name="path">Receives one state per observation; of equals the first.</param>
    /// <returns>Log probability of path and observations together.</returns>
    public static double BestPath(
        ReadOnlySpan<double> initial, ReadOnlySpan<double> transition, ReadOnlySpan<double> frames, Span<int> path)
    {
        int states = initial.Length;
        double[] best = new double[frames.Length];
        int[] from = new int[frames.Length];
        for (int i = 0; i < states; i++)
        {
            best[i] = initial[i] + frames[i];
        }

        for (int at = states; at < frames.Length; at += states)
        {
            for (int j = 0; j < states; j++)
            {
                best[at + j] = double.NegativeInfinity;
                for (int i = 0; i < states; i++)
                {
                    double value = best[at - states + i] + transition[(i * states) + j];
                    if (value > best[at + j])
                    {
                        (best[at + j], from[at + j]) = (value, i);
                    }
                }

                best[at + j] += frames[at + j];
            }
        }

        int last = path.Length - 1;
        ReadOnlySpan<double> end = best.AsSpan(last * states, states);
        int state = 0;
        for (int i = 1; i < states; i++)
        {
            state = end[i] > end[state] ? i : state;
        }

        double probability = end[state];
        for (int t = last; t >= 0; t--)
        {
            path[t] = state;
            state = from[(t * states) + state];
        }

        return probability;
    }
}
