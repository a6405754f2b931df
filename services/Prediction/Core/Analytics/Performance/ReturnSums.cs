using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Performance;

/// <summary>Sums of one pass over returns.</summary>
internal readonly record struct ReturnSums(
    double Mean, double Deviation, double Downside, double Growth, double Drawdown, int Ups, int Downs)
{
    public static ReturnSums Of(ReadOnlySpan<double> returns)
    {
        double mean = TensorPrimitives.Sum(returns) / returns.Length;
        double squares = 0;
        double downside = 0;
        double growth = 1;
        double peak = 1;
        double drawdown = 0;
        int ups = 0;
        int downs = 0;
        foreach (double r in returns)
        {
            squares += (r - mean) * (r - mean);
            double below = Math.Min(r, 0);
            downside += below * below;
            growth *= 1 + r;
            peak = Math.Max(peak, growth);
            drawdown = Math.Max(drawdown, 1 - (growth / peak));
            ups += r > 0 ? 1 : 0;
            downs += r < 0 ? 1 : 0;
        }

        return new ReturnSums(mean, Math.Sqrt(squares / (returns.Length - 1)), downside, growth, drawdown, ups, downs);
    }
}
