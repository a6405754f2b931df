namespace Superintel.Prediction.Analytics.Kalman;

/// <summary>Online regression y = intercept + slope x + noise whose intercept and slope are random walks.</summary>
/// <remarks>Chan (2013), Algorithmic Trading, chapter 3; the covariance given at the start is that of the first prediction, process noise
/// is added before every later one. A mutable structure: keep it in a field or pass it by reference.</remarks>
public struct KalmanHedgeRatio
{
    private const double LogTwoPi = 1.8378770664093453;
    private readonly double _slopeNoise;
    private readonly double _interceptNoise;
    private readonly double _observationVariance;
    private double _slopeVariance;
    private double _covariance;
    private double _interceptVariance;

    /// <summary>Starts a filter.</summary>
    /// <param name="slopeNoise">Variance added to the slope per bar, not negative.</param>
    /// <param name="interceptNoise">Variance added to the intercept per bar, not negative.</param>
    /// <param name="observationVariance">Variance of an observation about the line, positive.</param>
    /// <param name="slope">First guess of the slope.</param>
    /// <param name="intercept">First guess of the intercept.</param>
    /// <param name="slopeVariance">Variance of the first slope.</param>
    /// <param name="interceptVariance">Variance of the first intercept.</param>
    public KalmanHedgeRatio(
        double slopeNoise,
        double interceptNoise,
        double observationVariance,
        double slope = 0,
        double intercept = 0,
        double slopeVariance = 0,
        double interceptVariance = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slopeNoise);
        ArgumentOutOfRangeException.ThrowIfNegative(interceptNoise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observationVariance);
        _slopeNoise = slopeNoise;
        _interceptNoise = interceptNoise;
        _observationVariance = observationVariance;
        Slope = slope;
        Intercept = intercept;
        _slopeVariance = slopeVariance;
        _interceptVariance = interceptVariance;
    }

    /// <summary>Hedge ratio after the last observation.</summary>
    public double Slope { get; private set; }

    /// <summary>Intercept after the last observation.</summary>
    public double Intercept { get; private set; }

    /// <summary>Variance of <see cref="Slope"/> after the last observation.</summary>
    public readonly double SlopeVariance => _slopeVariance;

    /// <summary>Variance of <see cref="Intercept"/> after the last observation.</summary>
    public readonly double InterceptVariance => _interceptVariance;

    /// <summary>Gaussian log likelihood of all observations so far.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Observations so far.</summary>
    public int Observations { get; private set; }

    /// <summary>Chan's parameterisation: noise delta/(1 - delta) on both states, everything known to be zero at the start.</summary>
    /// <param name="delta">In (0, 1), for example 1e-4.</param>
    /// <param name="observationVariance">For example 1e-3.</param>
    public static KalmanHedgeRatio WithDelta(double delta, double observationVariance) =>
        new(delta / (1 - delta), delta / (1 - delta), observationVariance);

    /// <summary>Takes one bar.</summary>
    /// <param name="y">Dependent (log) price, finite.</param>
    /// <param name="x">Hedging (log) price, finite.</param>
    /// <returns>The bar's surprise under what was known before it.</returns>
    public KalmanInnovation Update(double y, double x)
    {
        if (Observations > 0)
        {
            _slopeVariance += _slopeNoise;
            _interceptVariance += _interceptNoise;
        }

        double slopeLoad = (_slopeVariance * x) + _covariance;
        double interceptLoad = (_covariance * x) + _interceptVariance;
        double variance = (x * slopeLoad) + interceptLoad + _observationVariance;
        double innovation = y - (Slope * x) - Intercept;
        double inverse = 1 / variance;
        double slopeGain = slopeLoad * inverse;
        double interceptGain = interceptLoad * inverse;
        Slope += slopeGain * innovation;
        Intercept += interceptGain * innovation;
        _slopeVariance -= slopeGain * slopeLoad;
        _covariance -= slopeGain * interceptLoad;
        _interceptVariance -= interceptGain * interceptLoad;
        LogLikelihood -= 0.5 * (LogTwoPi + Math.Log(variance) + (innovation * innovation * inverse));
        Observations++;
        return new KalmanInnovation(innovation, variance);
    }
}
