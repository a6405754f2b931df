namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Gaussian hidden Markov models by Baum and Welch's algorithm in log space.</summary>
/// <remarks>Baum, Petrie, Soules and Weiss (1970). Plain maximum likelihood: no priors, as hmmlearn with its priors off. A variance is
/// kept above a millionth of the sample's, without which a state could close in on one value and its likelihood grow without
/// bound.</remarks>
public static class GaussianHiddenMarkov
{
    private const double VarianceFloor = 1e-6;

    /// <summary>Fits a model from two starts made from the data (states apart in mean, states apart in variance); the likelier result
    /// wins. States are ordered by variance, the calmest first.</summary>
    /// <param name="values">Returns or spread, oldest first, at least 10 per state, finite.</param>
    /// <param name="states">1 to 16.</param>
    /// <param name="tolerance">Gain of log likelihood below which a step is the last.</param>
    /// <param name="maximumIterations">Bound of the steps per start.</param>
    /// <exception cref="SeriesFaultException">The series is at fault, or neither start settles: <c>not-converged</c>.</exception>
    public static HiddenMarkovFit Fit(
        ReadOnlySpan<double> values, int states = 2, double tolerance = 1e-9, int maximumIterations = 5000)
    {
        if (states is < 1 or > HiddenMarkovRecursion.MaximumStates)
        {
            throw new ArgumentOutOfRangeException(nameof(states), states, "1 to 16");
        }

        SeriesCheck.Demand(values, 10 * states);
        HiddenMarkovFit? best = null;
        foreach (var start in HiddenMarkovStart.Of(values, states))
        {
            var fit = Improve(start, values, tolerance, maximumIterations);
            best = fit.Converged && (best is null || fit.LogLikelihood > best.LogLikelihood) ? fit : best;
        }

        if (best is null)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, $"a hidden Markov model of {states} states does not settle");
        }

        int[] order = [.. Enumerable.Range(0, states).OrderBy(i => best.Model.Variances[i]).ThenBy(i => best.Model.Means[i])];
        return best with { Model = best.Model.Reordered(order) };
    }

    /// <summary>Improves a given model; its states keep their order.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="values">The series.</param>
    /// <param name="tolerance">Gain of log likelihood below which a step is the last.</param>
    /// <param name="maximumIterations">Bound of the steps.</param>
    public static HiddenMarkovFit Improve(
        HiddenMarkovModel start, ReadOnlySpan<double> values, double tolerance = 1e-9, int maximumIterations = 5000)
    {
        SeriesCheck.Demand(values, 2);
        var step = new BaumWelchStep(values, start.States, VarianceFloor);
        var model = start;
        double last = double.NegativeInfinity;
        for (int iteration = 1; iteration <= maximumIterations; iteration++)
        {
            double likelihood = step.Take(ref model);
            if (likelihood - last < tolerance)
            {
                return new HiddenMarkovFit(model, model.LogLikelihood(values), iteration, true, values.Length);
            }

            last = likelihood;
        }

        return new HiddenMarkovFit(model, model.LogLikelihood(values), maximumIterations, false, values.Length);
    }
}
