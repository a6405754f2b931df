namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>Dependence of two uniform variables; arguments lie inside (0, 1).</summary>
public interface ICopula
{
    /// <summary>Which family.</summary>
    CopulaFamily Family { get; }

    /// <summary>Its parameters, in the family's order.</summary>
    IReadOnlyList<double> Parameters { get; }

    /// <summary>ln of the density.</summary>
    double LogDensity(double u, double v);

    /// <summary>h-function: probability that the first is at most u when the second is v. All families are symmetric, so the other
    /// direction is the same function with its arguments exchanged.</summary>
    double Conditional(double u, double v);

    /// <summary>Kendall's tau that the parameters imply.</summary>
    double KendallTau { get; }
}
