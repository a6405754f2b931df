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
        double[] scaled = new double[returns.Length];
        var (scale, centre, backcast) = Into(returns, mean, scaled);
        return new Shocks(scaled, scale, centre, backcast);
    }

    /// <summary>The same into the caller's memory, without allocation.</summary>
    /// <param name="scaled">As long as the returns: receives them over the scale.</param>
    /// <returns><see cref="Scale"/>, <see cref="Mean"/> and <see cref="Backcast"/>.</returns>
    public static (double Scale, double Mean, double Backcast) Into(ReadOnlySpan<double> returns, MeanModel mean, Span<double> scaled)
    {
        SeriesCheck.Demand(returns, LeastObservations);
        double centre = mean == MeanModel.Constant ? TensorPrimitives.Sum(returns) / returns.Length : 0;
        TensorPrimitives.Subtract(returns, centre, scaled);
        double scale = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(scaled) / scaled.Length);
        TensorPrimitives.Divide(scaled, scale, scaled);
        double backcast = Volatility.Backcast.Of(scaled);
        TensorPrimitives.Divide(returns, scale, scaled);
        return (scale, centre / scale, backcast);
    }
}
