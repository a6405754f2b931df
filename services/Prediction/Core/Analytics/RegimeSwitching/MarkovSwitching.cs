using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Two-state Markov switching regression by maximum likelihood.</summary>
/// <remarks>Hamilton (1989), A new approach to the economic analysis of nonstationary time series; conventions of statsmodels'
/// <c>MarkovRegression</c> (steady-state start). Regime 0 is the one of the lower variance, or of the lower constant when the variance
/// does not switch. A variance is kept above a millionth of the response's.</remarks>
public static class MarkovSwitching
{
    /// <summary>Fits the model.</summary>
    /// <param name="response">y, oldest first, at least 30 finite values.</param>
    /// <param name="regressors">Column after column of y's length, none for a switching mean.</param>
    /// <param name="switchingVariance">Whether each regime has a variance of its own.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, or no start settles: <c>not-converged</c>.</exception>
    public static MarkovSwitchingModel Fit(
        ReadOnlySpan<double> response, ReadOnlySpan<double> regressors = default, bool switchingVariance = true)
    {
        int count = regressors.Length / Math.Max(1, response.Length);
        if (count * response.Length != regressors.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, "a regressor's length is not the response's", 1);
        }

        SeriesCheck.Demand(response, 30 + (10 * count));
        for (int i = 0; i < count; i++)
        {
            SeriesCheck.Demand(regressors.Slice(i * response.Length, response.Length), 30, i + 1);
        }

        var likelihood = new SwitchingLikelihood(response, regressors, switchingVariance);
        var found = LikelihoodSearch.Find(likelihood.Evaluate, likelihood.Starts(), "Markov switching regression");
        return Describe(likelihood, found.Point);
    }

    private static MarkovSwitchingModel Describe(SwitchingLikelihood likelihood, double[] point)
    {
        var (stay, back, coefficients, variances) = likelihood.Natural(point);
        bool exchange = likelihood.SwitchingVariance ? variances[1] < variances[0] : coefficients[1][0] < coefficients[0][0];
        int rows = likelihood.Rows;
        double[] densities = new double[2 * rows];
        double[] filtered = new double[rows];
        double[] smoothed = new double[rows];
        likelihood.FillDensities(point, densities);
        double sum = HamiltonFilter.Filter(stay, back, densities, filtered) - (rows * Math.Log(likelihood.Scale));
        HamiltonFilter.Smooth(stay, back, filtered, smoothed);
        if (!exchange)
        {
            return new MarkovSwitchingModel(stay, back, coefficients, variances, sum, filtered, smoothed, point.Length);
        }

        return new MarkovSwitchingModel(
            1 - back,
            1 - stay,
            [coefficients[1], coefficients[0]],
            [variances[1], variances[0]],
            sum,
            Array.ConvertAll(filtered, p => 1 - p),
            Array.ConvertAll(smoothed, p => 1 - p),
            point.Length);
    }
}
