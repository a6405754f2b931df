using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>The search for a GARCH(1,1)'s greatest likelihood and all the memory that it takes.</summary>
internal sealed class GarchSearch
{
    private static readonly double[] Persistences = [0.5, 0.8, 0.95, 0.99];
    private static readonly double[] Shares = [0.05, 0.1, 0.3];

    private readonly MeanModel _mean;
    private readonly GarchLikelihood _likelihood;
    private readonly double[] _start;
    private readonly double[] _point;
    private readonly double[] _slope;
    private double[] _scaled = [];
    private QuasiNewtonState? _walk;

    public GarchSearch(MeanModel mean, PresampleVariance presample)
    {
        _mean = mean;
        _likelihood = new GarchLikelihood(mean, presample);
        Parameters = mean == MeanModel.Constant ? 4 : 3;
        (_start, _point, _slope) = (new double[Parameters], new double[Parameters], new double[Parameters]);
    }

    /// <summary>Number of estimated parameters.</summary>
    public int Parameters { get; }

    /// <summary>The parameters in the returns' own units, and the log likelihood.</summary>
    public (double Mu, double Omega, double Alpha, double Beta, double Presample, double LogLikelihood) Fit(ReadOnlySpan<double> returns)
    {
        if (_scaled.Length < returns.Length)
        {
            _scaled = new double[returns.Length];
        }

        var (scale, mean, backcast) = Shocks.Into(returns, _mean, _scaled.AsSpan(0, returns.Length));
        _likelihood.Load(_scaled, returns.Length, backcast);
        Start(mean);
        _walk ??= new QuasiNewtonState(_likelihood.Evaluate, _start);
        double least = LikelihoodSearch.Find(_likelihood.Evaluate, _walk, _start, "GARCH(1,1) model");
        double square = scale * scale;
        var (mu, omega, alpha, beta) = _likelihood.Natural(_walk.Point);
        double presample = _likelihood.PresampleAt(mu) * square;
        return (mu * scale, omega * square, alpha, beta, presample, -least - (returns.Length * Math.Log(scale)));
    }

    private void Start(double mean)
    {
        double least = double.PositiveInfinity;
        bool found = false;
        foreach (double persistence in Persistences)
        {
            foreach (double share in Shares)
            {
                (_point[0], _point[1], _point[2]) = (Math.Log(1 - persistence), Bounded.FromShare(persistence), Bounded.FromShare(share));
                if (_mean == MeanModel.Constant)
                {
                    _point[3] = mean;
                }

                double value = _likelihood.Evaluate(_point, _slope);
                if (found && !(value < least))
                {
                    continue;
                }

                (least, found) = (value, true);
                _point.CopyTo(_start, 0);
            }
        }
    }
}
