using System.Text.Json;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Copulas;
using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Copulas against statsmodels (likelihoods 1e-8, parameters 1e-6; t copula 1e-4 of its flat degrees of freedom) and against
/// their own definitions.</summary>
internal sealed class CopulaTests
{
    private static readonly ICopula[] Every =
    [
        new GaussianCopula(0.6), new GaussianCopula(-0.4), new StudentCopula(0.5, 3.5), new StudentCopula(-0.3, 12), new ClaytonCopula(1.7),
        new GumbelCopula(1.9), new FrankCopula(5), new FrankCopula(-3), new JoeCopula(2.2), new JoeCopula(1.2),
    ];

    [Test]
    public void Copulas_of_the_sample_equal_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("copulas").EnumerateArray())
        {
            string[] names = one.GetProperty("series").Strings()!;
            double[] x = Array.ConvertAll(ModelSample.Returns(names[0]), r => Math.Round(r, 8));
            double[] y = Array.ConvertAll(ModelSample.Returns(names[1]), r => Math.Round(r, 8));
            Agree.With(one.GetProperty("kendall").GetDouble(), Kendall.TauB(x, y), 1e-12, "Kendall");
            double[] u = PseudoObservations.Of(x);
            double[] v = PseudoObservations.Of(y);
            var fits = one.GetProperty("fits");
            Same(fits, "gaussian", CopulaSelection.Fit(CopulaFamily.Gaussian, u, v));
            Same(fits, "clayton", CopulaSelection.Fit(CopulaFamily.Clayton, u, v));
            Same(fits, "gumbel", CopulaSelection.Fit(CopulaFamily.Gumbel, u, v));
            Same(fits, "frank", CopulaSelection.Fit(CopulaFamily.Frank, u, v));
            var student = CopulaSelection.Fit(CopulaFamily.StudentT, u, v);
            Agree.With(fits.GetProperty("student").GetProperty("logLikelihood").GetDouble(), student.LogLikelihood, 1e-8, "student");
            Agree.With(fits.GetProperty("student").GetProperty("parameter").GetDouble(), student.Copula.Parameters[0], 1e-5, "student");
            Agree.With(fits.GetProperty("student").GetProperty("freedom").GetDouble(), student.Copula.Parameters[1], 1e-4, "student");
        }
    });

    [TestCaseSource(nameof(Every))]
    public void Copula_h_function_is_the_integral_of_its_density(ICopula copula)
    {
        foreach (double v in new[] { 0.03, 0.4, 0.9 })
        {
            foreach (double u in new[] { 0.05, 0.5, 0.97 })
            {
                const double step = 1e-5;
                double slope = (copula.Conditional(u + step, v) - copula.Conditional(u - step, v)) / (2 * step);
                Assert.That(Math.Exp(copula.LogDensity(u, v)), Is.EqualTo(slope).Within(1e-6 * Math.Max(1, slope)), $"{copula} {u} {v}");
                Agree.With(copula.LogDensity(u, v), copula.LogDensity(v, u), 1e-9, $"{copula} is symmetric");
            }

            Assert.That(copula.Conditional(1 - 1e-13, v), Is.EqualTo(1).Within(1e-3), $"{copula}");
            Assert.That(copula.Conditional(1e-13, v), Is.EqualTo(0).Within(1e-3), $"{copula}");
        }
    }

    [TestCaseSource(nameof(Every))]
    public void Copula_fitted_to_its_own_sample_recovers_its_parameters(ICopula copula)
    {
        var (u, v) = Sample(copula, 4000);
        Assert.That(Kendall.TauB(u, v), Is.EqualTo(copula.KendallTau).Within(0.035), $"{copula} tau");
        var fit = CopulaSelection.Fit(copula.Family, u, v);
        Assert.That(fit.Copula.KendallTau, Is.EqualTo(copula.KendallTau).Within(0.03), $"{copula}");
        if (copula is StudentCopula student)
        {
            Assert.That(fit.Copula.Parameters[1], Is.EqualTo(student.Freedom).Within(0.4 * student.Freedom));
        }

        var best = CopulaSelection.FitAll(u, v)[0];
        bool close = copula is JoeCopula { Theta: < 1.5 } or StudentCopula { Freedom: > 10 };
        Assert.That(best.Copula.Family, close ? Is.Not.EqualTo(CopulaFamily.Clayton) : Is.EqualTo(copula.Family));
    }

    [Test]
    public void MispricingIndex_of_a_copulas_own_sample_is_uniform()
    {
        var copula = new ClaytonCopula(2);
        var (u, v) = Sample(copula, 5000);
        double[] first = new double[u.Length];
        double[] second = new double[u.Length];
        MispricingIndex.Fill(copula, u, v, first, second);
        foreach (double level in new[] { 0.1, 0.5, 0.9 })
        {
            Assert.That(first.Count(p => p < level) / 5000.0, Is.EqualTo(level).Within(0.025));
            Assert.That(second.Count(p => p < level) / 5000.0, Is.EqualTo(level).Within(0.025));
        }

        double expected = first.Sum(p => p - 0.5);
        MispricingIndex.Accumulate(first);
        Assert.That(first[^1], Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Student_quantile_inverts_the_distribution()
    {
        foreach (double freedom in new[] { 0.7, 1, 2, 3.3, 10, 150 })
        {
            foreach (double p in new[] { 1e-6, 0.01, 0.3, 0.5, 0.77, 0.999 })
            {
                Agree.With(p, Student.Cumulative(Student.Quantile(p, freedom), freedom), 1e-10, $"{freedom} {p}");
            }
        }

        Agree.With(Math.Tan(Math.PI * 0.3), Student.Quantile(0.8, 1), 1e-12, "Cauchy");
        Agree.With(0.6 / Math.Sqrt(2 * 0.8 * 0.2), Student.Quantile(0.8, 2), 1e-12, "two degrees of freedom");
    }

    [Test]
    public void CopulaSelection_when_scores_are_at_fault_says_so()
    {
        var (u, v) = Sample(new GaussianCopula(-0.5), 200);
        Assert.That(Code(() => CopulaSelection.Fit(CopulaFamily.Clayton, u, v)), Is.EqualTo(SeriesFaultCodes.NegativeDependence));
        Assert.That(CopulaSelection.FitAll(u, v).Select(f => f.Copula.Family), Has.No.Member(CopulaFamily.Gumbel));
        Assert.That(Code(() => CopulaSelection.FitAll(u, u)), Is.EqualTo(SeriesFaultCodes.CollinearSeries));
        u[4] = 1;
        Assert.That(Code(() => CopulaSelection.FitAll(u, v)), Is.EqualTo(SeriesFaultCodes.NotAProbability));
    }

    private static string Code(Action call) => Assert.Throws<SeriesFaultException>(call)!.Fault.Code;

    private static void Same(JsonElement fits, string family, CopulaFit fit)
    {
        var expected = fits.GetProperty(family);
        Agree.With(expected.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, family);
        Agree.With(expected.GetProperty("parameter").GetDouble(), fit.Copula.Parameters[0], Agree.Iterative, family);
    }

    // The first score given the second is found by halving: the h-function rises with it.
    private static (double[] U, double[] V) Sample(ICopula copula, int count)
    {
        var random = new Random(30);
        double[] u = new double[count];
        double[] v = new double[count];
        for (int i = 0; i < count; i++)
        {
            v[i] = Math.Clamp(random.NextDouble(), 1e-9, 1 - 1e-9);
            double level = random.NextDouble();
            double low = 1e-12;
            double high = 1 - 1e-12;
            for (int k = 0; k < 45; k++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = copula.Conditional(middle, v[i]) < level ? (middle, high) : (low, middle);
            }

            u[i] = 0.5 * (low + high);
        }

        return (u, v);
    }
}
