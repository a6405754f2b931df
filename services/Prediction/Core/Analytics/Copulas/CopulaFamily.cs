namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>Shapes of dependence between two uniform variables.</summary>
public enum CopulaFamily
{
    /// <summary>Normal dependence, none in the tails.</summary>
    Gaussian,

    /// <summary>Student's t: dependence in both tails alike.</summary>
    StudentT,

    /// <summary>Dependence in the lower tail, positive only.</summary>
    Clayton,

    /// <summary>Dependence in the upper tail, positive only.</summary>
    Gumbel,

    /// <summary>Symmetric, none in the tails, of either sign.</summary>
    Frank,

    /// <summary>Strong dependence in the upper tail, positive only.</summary>
    Joe,
}
