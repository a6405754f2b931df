namespace Superintel.Prediction.Research.Calling;

/// <summary>What a form needs to know of a method.</summary>
/// <param name="Name">Its verb.</param>
/// <param name="Kind">statistic or job.</param>
/// <param name="Description">What it answers.</param>
/// <param name="MinSeries">Least number of series.</param>
/// <param name="MaxSeries">Greatest number of series.</param>
/// <param name="Options">Its options.</param>
public sealed record MethodSheet(
    string Name, MethodKind Kind, string Description, int MinSeries, int MaxSeries, IReadOnlyList<OptionSheet> Options)
{
    public static MethodSheet Of(ResearchMethod method) => new(
        method.Name,
        method.Kind,
        method.Description,
        method.Series.Least,
        method.Series.Greatest,
        [.. method.Options.Select(OptionSheet.Of)]);
}
