using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Series in a request.</summary>
/// <param name="Timestamps">One text per row, strictly rising.</param>
/// <param name="Columns">The series.</param>
public sealed record InlineSeries(IReadOnlyList<string> Timestamps, IReadOnlyList<InlineColumn> Columns)
{
    /// <summary>Rows times series, as far as a request can say so itself.</summary>
    public long Values => Math.Max(Timestamps.Count, Columns.Sum(column => (long)column.Values.Count));

    /// <exception cref="InputFaultException">A series is at fault.</exception>
    public SeriesTable Table() => InlineForm.Arrange(Timestamps, [.. Columns.Select(column => (column.Name, column.Values))]);
}
