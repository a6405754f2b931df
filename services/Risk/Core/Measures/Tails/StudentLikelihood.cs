using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Risk.Measures.Tails;

/// <summary>The search for the likeliest Student t distribution, and its memory: once large enough, a fit allocates nothing.</summary>
/// <remarks>Newton's steps find it in about ten passes; where they do not settle a simplex does, in hundreds.</remarks>
internal sealed class StudentLikelihood
{
    private const double Least = 1e-6;

    private static readonly double[] start = [1, 0, 0];

    private readonly Simplex simplex = new(3);
    private readonly ScalarObjective negative;
    private double[] sample = [];
    private int count;
    private double middle;
    private double spread;

    public StudentLikelihood() => negative = Negative;

    public StudentTail Fit(ReadOnlySpan<double> returns)
    {
        var own = Take(returns);
        return StudentNewton.Climb(own, At(start), spread, Least * (own[^1] - own[0])) ?? Search(own);
    }

    private StudentTail Search(ReadOnlySpan<double> own)
    {
        NelderMead.Minimise(negative, start, simplex, tolerance: 1e-14);
        NelderMead.Minimise(negative, simplex.Lowest, simplex, edge: 0.01, tolerance: 1e-15);
        var found = At(simplex.Lowest);
        // Where many values are one, the narrower the distribution about it the likelier: there is no likeliest.
        return found.Scale > Least * (own[^1] - own[0])
            ? found
            : throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, "too many returns are alike for a Student t distribution");
    }

    private ReadOnlySpan<double> Take(ReadOnlySpan<double> returns)
    {
        SeriesCheck.Demand(returns, ReturnPanel.LeastPeriods);
        if (sample.Length < returns.Length) sample = new double[returns.Length];
        count = returns.Length;
        var own = sample.AsSpan(0, count);
        returns.CopyTo(own);
        own.Sort();
        (middle, spread) = (own[count / 2], (own[count * 3 / 4] - own[count / 4]) / 1.4);
        // Where half of the sample is one value, as of what hardly trades, the quartiles say nothing about its width.
        if (!(spread > 0)) spread = (own[^1] - own[0]) / 6;
        return own;
    }

    // Freedom above 1 and scale above 0 everywhere; the unit of the search is the sample's own.
    private StudentTail At(ReadOnlySpan<double> point) =>
        new(1 + Math.Exp(point[0]), middle + (spread * point[1]), spread * Math.Exp(point[2]));

    private double Negative(ReadOnlySpan<double> point)
    {
        var (model, sum) = (At(point), 0.0);
        var constant = Student.LogDensity(0, model.Freedom);
        var (shape, width) = (0.5 * (model.Freedom + 1), 1 / (model.Scale * Math.Sqrt(model.Freedom)));
        foreach (var value in sample.AsSpan(0, count))
        {
            var distance = (value - model.Location) * width;
            sum += Math.Log(1 + (distance * distance));
        }

        return (shape * sum) + (count * (Math.Log(model.Scale) - constant));
    }
}
