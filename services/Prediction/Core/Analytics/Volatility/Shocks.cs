using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>Returns made ready for a likelihood: scaled to unit deviation, so that no search depends on their unit.</summary>
internal sealed class Shocks
{
    public const int LeastObservations = 20;

    private Shocks(double[] returns, double scale, double mean, double backcast) =>
        (Returns, Scale, Mean, Backcast) = (returns, scale, mean, backcast);

    /// <summary>Returns over <see cref="Scale"/>.</summary>
    public double[] Returns { get; }

    /// <summary>Deviation of the given returns about the start's mean.</summary>
    public double Scale { get; }

    /// <summary>Mean of <see cref="Returns"/>, zero under the zero-mean model.</summary>
    public double Mean { get; }

    /// <summary>Backcast variance of <see cref="Returns"/>.</summary>
    public double Backcast { get; }

    public static Shocks Of(ReadOnlySpan<double> returns, MeanModel mean)
    {
        SeriesCheck.Demand(returns, LeastObservations);
        double centre = mean == MeanModel.Constant ? TensorPrimitives.Sum(returns) / returns.Length : 0;
        double[] shocks = new double[returns.Length];
        TensorPrimitives.Subtract(returns, centre, shocks);
        double scale = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(shocks) / shocks.Length);
        TensorPrimitives.Divide(shocks, scale, shocks);
        double backcast = Volatility.Backcast.Of(shocks);
        double[] scaled = new double[returns.Length];
        TensorPrimitives.Divide(returns, scale, scaled);
        return new Shocks(scaled, scale, centre / scale, backcast);
    }
}
