using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Regression;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>Orthogonal regression of a pair: both series have errors of equal variance.</summary>
/// <remarks>Golub and Van Loan (1980): the smallest principal axis of the centred pair.</remarks>
public static class TotalLeastSquares
{
    /// <summary>Intercept and slope of y on x.</summary>
    /// <exception cref="SeriesFaultException">A series is at fault, or the pair has no direction of least variance.</exception>
    public static (double Intercept, double Slope) Fit(ReadOnlySpan<double> y, ReadOnlySpan<double> x)
    {
        SeriesCheck.Demand(y, x, 3);
        double meanY = TensorPrimitives.Sum(y) / y.Length;
        double meanX = TensorPrimitives.Sum(x) / x.Length;
        var (xx, xy, yy) = CentredProducts.Sum(y, x, meanY, meanX);
        if (xy == 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, "the series are uncorrelated: every direction is as good", 1);
        }

        // The root written so that nothing cancels: (d + sqrt(d^2 + 4 c^2)) / (2 c) for d >= 0, else its conjugate.
        double difference = yy - xx;
        double root = Math.Sqrt((difference * difference) + (4 * xy * xy));
        double slope = difference >= 0 ? (difference + root) / (2 * xy) : 2 * xy / (root - difference);
        return (meanY - (slope * meanX), slope);
    }
}
