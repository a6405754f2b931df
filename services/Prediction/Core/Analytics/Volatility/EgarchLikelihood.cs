namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Negative log likelihood of an EGARCH(1,1) about a given mean and its analytic slope, over omega, alpha, the inverse
/// hyperbolic tangent of beta and, when asymmetric, gamma.</summary>
internal sealed class EgarchLikelihood(double[] returns, double mu, bool asymmetric, double presample)
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

    public static (double Omega, double Alpha, double Gamma, double Beta) Natural(ReadOnlySpan<double> point) =>
        (point[0], point[1], point.Length > 3 ? point[3] : 0, Math.Tanh(point[2]));

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (omega, alpha, gamma, beta) = Natural(point);
        double log = omega + (beta * presample);
        var (toOmega, toAlpha, toGamma, toBeta) = (1.0, 0.0, 0.0, presample);
        var (sumOmega, sumAlpha, sumGamma, sumBeta) = (0.0, 0.0, 0.0, 0.0);
        double sum = 0;
        foreach (double value in returns)
        {
            double z = (value - mu) * Math.Exp(-0.5 * log);
            double size = Math.Abs(z);
            double square = z * z;
            sum += log + square;
            double weight = 1 - square;
            sumOmega += weight * toOmega;
            sumAlpha += weight * toAlpha;
            sumGamma += weight * toGamma;
            sumBeta += weight * toBeta;

            // A greater log variance makes the same shock smaller: that is the second way it reaches the next bar.
            double carry = beta - (0.5 * ((alpha * size) + (gamma * z)));
            toOmega = 1 + (carry * toOmega);
            toAlpha = size - EgarchModel.MeanAbsolute + (carry * toAlpha);
            toGamma = z + (carry * toGamma);
            toBeta = log + (carry * toBeta);
            log = omega + (alpha * (size - EgarchModel.MeanAbsolute)) + (gamma * z) + (beta * log);
        }

        if (!gradient.IsEmpty)
        {
            gradient[0] = 0.5 * sumOmega;
            gradient[1] = 0.5 * sumAlpha;
            gradient[2] = 0.5 * sumBeta * (1 - (beta * beta));
            if (asymmetric)
            {
                gradient[3] = 0.5 * sumGamma;
            }
        }

        double result = 0.5 * ((returns.Length * LogTwoPi) + sum);
        return double.IsFinite(result) ? result : double.PositiveInfinity;
    }
}
