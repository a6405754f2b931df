using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Risk.Measures.Tails;

/// <summary>A Student t distribution with place and scale.</summary>
/// <param name="Freedom">Degrees of freedom, above 1, so that a mean exists.</param>
/// <param name="Location">Its middle.</param>
/// <param name="Scale">Above zero; not the standard deviation.</param>
public sealed record StudentTail(double Freedom, double Location, double Scale)
{
    /// <summary>Maximum likelihood over place, scale and degrees of freedom.</summary>
    /// <param name="returns">At least 20 finite values.</param>
    public static StudentTail Fit(ReadOnlySpan<double> returns)
    {
        var sample = returns.ToArray();
        Array.Sort(sample);
        var middle = sample[sample.Length / 2];
        var spread = (sample[sample.Length * 3 / 4] - sample[sample.Length / 4]) / 1.4;
        // Freedom above 1 and scale above 0 everywhere; the unit of the search is the sample's own.
        StudentTail At(ReadOnlySpan<double> point) =>
            new(1 + Math.Exp(point[0]), middle + (spread * point[1]), spread * Math.Exp(point[2]));
        double Negative(ReadOnlySpan<double> point)
        {
            var (model, sum) = (At(point), 0.0);
            foreach (var value in sample) sum -= Student.LogDensity((value - model.Location) / model.Scale, model.Freedom);
            return sum + (sample.Length * Math.Log(model.Scale));
        }
        var found = NelderMead.Minimise(Negative, [1.0, 0.0, 0.0], tolerance: 1e-14);
        return At(NelderMead.Minimise(Negative, found.Point, edge: 0.01, tolerance: 1e-15).Point);
    }

    /// <remarks>CVaR = -place + scale f(q) (v + q^2) / ((v - 1)(1 - confidence)), q the quantile, f the density of t with v
    /// degrees.</remarks>
    public TailEstimate Tail(double confidence)
    {
        var quantile = Student.Quantile(1 - confidence, Freedom);
        var density = Math.Exp(Student.LogDensity(quantile, Freedom));
        var beyond = density * (Freedom + (quantile * quantile)) / ((Freedom - 1) * (1 - confidence));
        return new TailEstimate(-(Location + (Scale * quantile)), -Location + (Scale * beyond));
    }
}
