namespace Superintel.Prediction.Research;

/// <summary>How a method is run: answered at once, or as a job.</summary>
public enum MethodKind
{
    Statistic,
    Job,
}
