namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>One series in a request.</summary>
/// <param name="Name">Its name in the result.</param>
/// <param name="Values">A number per timestamp.</param>
public sealed record InlineColumn(string Name, IReadOnlyList<double?> Values);
