namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Comparison by relative difference.</summary>
internal static class Agree
{
    /// <summary>Closed forms: statistics and coefficients.</summary>
    public const double Closed = 1e-8;

    /// <summary>p-values and likelihoods found by iteration.</summary>
    public const double Iterative = 1e-6;

    public static void With(double expected, double actual, double relative, string what) =>
        Assert.That(
            Math.Abs(actual - expected),
            Is.LessThanOrEqualTo(relative * Math.Max(Math.Abs(expected), 1e-12)),
            $"{what}: {actual:R} for {expected:R}");
}
