using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Negative log likelihood of a GARCH(1,1) and its analytic slope over coordinates without bounds: ln omega, logit of the
/// persistence, logit of alpha's share of it and, with a constant mean, mu.</summary>
internal sealed class GarchLikelihood
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);
    private readonly bool _constant;
    private readonly bool _sample;
    private double[] _returns = [];
    private int _count;
    private double _backcast;
    private double _mean;
    private double _meanSquare;

    public GarchLikelihood(MeanModel mean, PresampleVariance presample)
    {
        _constant = mean == MeanModel.Constant;
        _sample = presample == PresampleVariance.Sample;
        Evaluate = At;
    }

    /// <summary>Value and slope at a point; empty slope: the value alone. Made once, so that passing it on allocates nothing.</summary>
    public GradientObjective Evaluate { get; }

    /// <summary>Takes other returns.</summary>
    /// <param name="returns">Scaled; its first <paramref name="count"/> are read until the next ones come.</param>
    public void Load(double[] returns, int count, double backcast)
    {
        (_returns, _count, _backcast) = (returns, count, backcast);
        var own = returns.AsSpan(0, count);
        _mean = TensorPrimitives.Sum<double>(own) / count;
        _meanSquare = TensorPrimitives.SumOfSquares<double>(own) / count;
    }

    public (double Mu, double Omega, double Alpha, double Beta) Natural(ReadOnlySpan<double> point)
    {
        double persistence = Bounded.Share(point[1]);
        double share = Bounded.Share(point[2]);
        return (_constant ? point[3] : 0, Math.Exp(point[0]), persistence * share, persistence * (1 - share));
    }

    /// <summary>Presample variance; the sample's own moves with the mean.</summary>
    public double PresampleAt(double mu) => _sample ? _meanSquare - (2 * mu * _mean) + (mu * mu) : _backcast;

    private double At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (mu, omega, alpha, beta) = Natural(point);
        double presample = PresampleAt(mu);
        double presampleSlope = _sample ? 2 * (mu - _mean) : 0;
        double variance = omega + ((alpha + beta) * presample);
        var (toOmega, toAlpha, toBeta, toMu) = (1.0, presample, presample, (alpha + beta) * presampleSlope);
        var (sumOmega, sumAlpha, sumBeta, sumMu) = (0.0, 0.0, 0.0, 0.0);
        double sum = 0;
        foreach (double value in _returns.AsSpan(0, _count))
        {
            double shock = value - mu;
            double square = shock * shock;
            double inverse = 1 / variance;
            double ratio = square * inverse;
            sum += Math.Log(variance) + ratio;
            double weight = (1 - ratio) * inverse;
            sumOmega += weight * toOmega;
            sumAlpha += weight * toAlpha;
            sumBeta += weight * toBeta;
            sumMu += (weight * toMu) - (2 * shock * inverse);
            toOmega = 1 + (beta * toOmega);
            toAlpha = square + (beta * toAlpha);
            toBeta = variance + (beta * toBeta);
            toMu = (beta * toMu) - (2 * alpha * shock);
            variance = omega + (alpha * square) + (beta * variance);
        }

        if (!gradient.IsEmpty)
        {
            Chain(point, gradient, 0.5 * sumOmega * omega, 0.5 * sumAlpha, 0.5 * sumBeta, 0.5 * sumMu);
        }

        double result = 0.5 * ((_count * LogTwoPi) + sum);
        return double.IsFinite(result) ? result : double.PositiveInfinity;
    }

    private void Chain(ReadOnlySpan<double> point, Span<double> gradient, double logOmega, double alpha, double beta, double mu)
    {
        double persistence = Bounded.Share(point[1]);
        double share = Bounded.Share(point[2]);
        gradient[0] = logOmega;
        gradient[1] = Bounded.ShareSlope(persistence) * ((alpha * share) + (beta * (1 - share)));
        gradient[2] = Bounded.ShareSlope(share) * persistence * (alpha - beta);
        if (_constant)
        {
            gradient[3] = mu;
        }
    }
}
