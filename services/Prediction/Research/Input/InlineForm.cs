using System.Globalization;

namespace Superintel.Prediction.Research.Input;

/// <summary>Series that came with a request, under the same checks as those of a file.</summary>
public static class InlineForm
{
    /// <summary>Arranges and checks.</summary>
    /// <param name="timestamps">One text per row: dates, instants or plain numbers.</param>
    /// <param name="columns">A name and a value per row for every series; a null is a missing value.</param>
    /// <exception cref="InputFaultException">Of different lengths, unordered, twice the same name, or a value that is no finite
    /// number.</exception>
    public static SeriesTable Arrange(
        IReadOnlyList<string> timestamps, IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> columns)
    {
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputFaultException("duplicate-column", twice.Key, null, "the request names it more than once");
        int[] sources = [.. Enumerable.Range(1, timestamps.Count)];
        SeriesFile.DemandRising(timestamps, sources, "timestamps");
        double[][] values = [.. columns.Select(column => Values(column.Name, column.Values, timestamps.Count))];
        return new SeriesTable([.. columns.Select(column => column.Name)], timestamps, values, sources);
    }

    private static double[] Values(string name, IReadOnlyList<double?> given, int rows)
    {
        if (given.Count != rows)
            throw new InputFaultException("length-mismatch", name, null, $"{given.Count} values under {rows} timestamps");
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double value = given[row] ?? throw new InputFaultException("missing-value", name, row + 1, "the value is null");
            values[row] = double.IsFinite(value)
                ? value
                : throw new InputFaultException(
                    "not-finite", name, row + 1, $"{value.ToString(CultureInfo.InvariantCulture)} is not finite");
        }

        return values;
    }
}
