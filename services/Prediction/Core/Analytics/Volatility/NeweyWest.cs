using Superintel.Prediction.Analytics.Dense;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Standard errors of least squares that allow for autocorrelated, heteroskedastic residuals.</summary>
/// <remarks>Newey and West (1987): Bartlett weights, no small-sample factor (statsmodels <c>cov_type="HAC"</c>).</remarks>
internal static class NeweyWest
{
    public static double[] Errors(ReadOnlySpan<double> y, ReadOnlySpan<double> columns, MultipleRegression fit, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        int rows = y.Length;
        int size = fit.Slopes.Count + 1;
        double[] design = new double[rows * size];
        double[] scores = new double[rows * size];
        for (int row = 0; row < rows; row++)
        {
            double residual = y[row] - fit.Intercept;
            for (int i = 0; i < size; i++)
            {
                double value = i == 0 ? 1 : columns[((i - 1) * rows) + row];
                design[(i * rows) + row] = value;
                residual -= i == 0 ? 0 : fit.Slopes[i - 1] * value;
            }

            for (int i = 0; i < size; i++)
            {
                scores[(row * size) + i] = design[(i * rows) + row] * residual;
            }
        }

        return Sandwich(design, scores, rows, size, lags);
    }

    private static double[] Sandwich(double[] design, double[] scores, int rows, int size, int lags)
    {
        double[] inverse = new double[size * size];
        HouseholderLeastSquares.Solve(design, rows, size, new double[rows], new double[size]);
        HouseholderLeastSquares.InvertTriangle(design, rows, size, inverse);
        double[] bread = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                for (int k = Math.Max(i, j); k < size; k++)
                {
                    bread[(i * size) + j] += inverse[(i * size) + k] * inverse[(j * size) + k];
                }
            }
        }

        double[] meat = Meat(scores, rows, size, lags);
        double[] errors = new double[size];
        for (int i = 0; i < size; i++)
        {
            double variance = 0;
            for (int j = 0; j < size; j++)
            {
                for (int k = 0; k < size; k++)
                {
                    variance += bread[(i * size) + j] * meat[(j * size) + k] * bread[(i * size) + k];
                }
            }

            errors[i] = Math.Sqrt(variance);
        }

        return errors;
    }

    private static double[] Meat(double[] scores, int rows, int size, int lags)
    {
        double[] meat = new double[size * size];
        for (int lag = 0; lag <= lags && lag < rows; lag++)
        {
            double weight = 1 - (lag / (lags + 1.0));
            for (int row = lag; row < rows; row++)
            {
                for (int j = 0; j < size; j++)
                {
                    for (int k = 0; k < size; k++)
                    {
                        double ahead = scores[(row * size) + j] * scores[((row - lag) * size) + k];
                        double behind = lag == 0 ? 0 : scores[((row - lag) * size) + j] * scores[(row * size) + k];
                        meat[(j * size) + k] += weight * (ahead + behind);
                    }
                }
            }
        }

        return meat;
    }
}
