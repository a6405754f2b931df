namespace Superintel.Prediction.Analytics.LookAhead;

/// <summary>Anything that says something about every bar: features, hedge ratios, signals.</summary>
public interface IBarStudy
{
    /// <summary>Names of what is said.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>Bars before which nothing is said.</summary>
    int WarmUp { get; }

    /// <summary>Computes all outputs from all bars given.</summary>
    /// <param name="series">Aligned series, oldest first.</param>
    /// <returns>One array per output, a value per bar.</returns>
    IReadOnlyList<double[]> Compute(IReadOnlyList<double[]> series);
}
