namespace Superintel.Prediction.Forecasting;

/// <summary>A model has nothing to say about this pair at this bar.</summary>
/// <param name="Code">One of <see cref="AbstentionCodes"/>.</param>
/// <param name="Detail">One sentence with the numbers.</param>
public sealed record Abstention(string Code, string Detail) : ModelOutcome
{
    public override string ToString() => $"{Code}: {Detail}";
}
