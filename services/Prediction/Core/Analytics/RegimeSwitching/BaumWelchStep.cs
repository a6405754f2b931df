using Superintel.Prediction.Analytics.Diagnostics;

namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>One expectation and maximisation step, its buffers kept between steps.</summary>
internal sealed class BaumWelchStep
{
    private readonly double[] _values;
    private readonly double[] _forward;
    private readonly double[] _backward;
    private readonly int _states;
    private readonly double _floor;

    public BaumWelchStep(ReadOnlySpan<double> values, int states, double varianceFloor)
    {
        _values = values.ToArray();
        _states = states;
        _forward = new double[values.Length * states];
        _backward = new double[values.Length * states];
        _floor = varianceFloor * MomentSummary.Of(values).Variance;
    }

    /// <summary>Replaces the model by a likelier one.</summary>
    /// <returns>Log likelihood of the model before.</returns>
    public double Take(ref HiddenMarkovModel model)
    {
        double[] frames = model.Frames(_values);
        double[] transition = model.LogTransition();
        double likelihood = HiddenMarkovRecursion.Forward(model.LogInitial(), transition, frames, _forward);
        HiddenMarkovRecursion.Backward(transition, frames, _states, _backward);
        double[][] moves = Moves(transition, frames, likelihood);

        // Moves were the last to need the forward variables alone: from here on they hold posteriors.
        for (int i = 0; i < _forward.Length; i++)
        {
            _forward[i] = Math.Exp(_forward[i] + _backward[i] - likelihood);
        }

        var (means, variances) = Moments();
        model = new HiddenMarkovModel(Normalised(_forward[.._states]), Array.ConvertAll(moves, Normalised), means, variances);
        return likelihood;
    }

    private double[][] Moves(double[] transition, double[] frames, double likelihood)
    {
        double[][] moves = new double[_states][];
        for (int i = 0; i < _states; i++)
        {
            moves[i] = new double[_states];
            for (int j = 0; j < _states; j++)
            {
                double fixedPart = transition[(i * _states) + j] - likelihood;
                for (int at = 0; at + _states < frames.Length; at += _states)
                {
                    int next = at + _states + j;
                    moves[i][j] += Math.Exp(_forward[at + i] + fixedPart + frames[next] + _backward[next]);
                }
            }
        }

        return moves;
    }

    private (double[] Means, double[] Variances) Moments()
    {
        double[] means = new double[_states];
        double[] variances = new double[_states];
        for (int i = 0; i < _states; i++)
        {
            double weight = 0;
            double sum = 0;
            for (int t = 0; t < _values.Length; t++)
            {
                weight += _forward[(t * _states) + i];
                sum += _forward[(t * _states) + i] * _values[t];
            }

            means[i] = sum / weight;
            double squares = 0;
            for (int t = 0; t < _values.Length; t++)
            {
                double distance = _values[t] - means[i];
                squares += _forward[(t * _states) + i] * distance * distance;
            }

            variances[i] = Math.Max(squares / weight, _floor);
        }

        return (means, variances);
    }

    private static double[] Normalised(double[] weights)
    {
        double sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }
}
