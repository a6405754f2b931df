using Superintel.Prediction.Analytics.Dense;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;

namespace Superintel.Risk.Stress.Models;

/// <summary>Covariance of a book's instruments under a scenario, and its lower factor.</summary>
internal sealed class BookCovariance
{
    private readonly double[] factor;

    private BookCovariance(double[] factor, double[] variances) => (this.factor, Variances) = (factor, variances);

    /// <summary>Per day.</summary>
    public double[] Variances { get; }

    /// <summary>The history's covariance, shrunk, with volatilities times a multiple and correlations as the scenario says.</summary>
    public static BookCovariance Of(ReturnPanel panel, ModelScenario scenario)
    {
        var size = panel.Assets;
        double[] matrix = [.. CovarianceEstimator.Estimate(panel, CovarianceMethod.LedoitWolf).Matrix];
        double[] deviations = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(matrix[(i * size) + i]))];
        var square = scenario.VolatilityMultiple * scenario.VolatilityMultiple;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var bent = scenario.Correlation is { } given && i != j ? given * deviations[i] * deviations[j] : matrix[(i * size) + j];
                matrix[(i * size) + j] = bent * square;
            }
        }

        double[] variances = [.. Enumerable.Range(0, size).Select(i => matrix[(i * size) + i])];
        Cholesky.Factor(matrix, size, 0);
        return new BookCovariance(matrix, variances);
    }

    /// <summary>Turns independent standard normal numbers into one day's log returns, in place.</summary>
    public void Correlate(Span<double> normals)
    {
        var size = Variances.Length;
        for (var i = size - 1; i >= 0; i--)
        {
            var sum = 0.0;
            var row = factor.AsSpan(i * size, i + 1);
            for (var j = 0; j < row.Length; j++) sum += row[j] * normals[j];
            normals[i] = sum;
        }
    }
}
