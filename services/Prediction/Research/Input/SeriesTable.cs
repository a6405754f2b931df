namespace Superintel.Prediction.Research.Input;

/// <summary>Aligned series of one file.</summary>
/// <param name="Names">One name per series.</param>
/// <param name="Timestamps">One text per row, strictly rising, as written in the file.</param>
/// <param name="Columns">One array per series, a value per row.</param>
/// <param name="SourceRows">Data row of the file behind every row, 1 for the first after the header.</param>
public sealed record SeriesTable(
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Timestamps,
    IReadOnlyList<double[]> Columns,
    IReadOnlyList<int> SourceRows)
{
    /// <summary>Number of rows.</summary>
    public int Rows => Timestamps.Count;

    /// <summary>All columns one after the other.</summary>
    public double[] Flat(int from = 0) => [.. Columns.Skip(from).SelectMany(c => c)];

    /// <summary>Some of the series, in the order of their names.</summary>
    /// <exception cref="InputFaultException">There is no such series.</exception>
    public SeriesTable Of(IReadOnlyList<string> names)
    {
        string[] known = [.. Names];
        int[] at = [.. names.Select(name => Array.IndexOf(known, name))];
        int missing = Array.IndexOf(at, -1);
        return missing < 0
            ? this with { Names = names, Columns = [.. at.Select(column => Columns[column])] }
            : throw new InputFaultException("no-such-column", names[missing], null, $"there are {string.Join(", ", known)}");
    }

    /// <summary>The same series in natural logarithms.</summary>
    /// <exception cref="InputFaultException">A value is not positive.</exception>
    public SeriesTable Logs()
    {
        double[][] logs = new double[Columns.Count][];
        for (int i = 0; i < logs.Length; i++)
        {
            int bad = Array.FindIndex(Columns[i], v => v <= 0);
            if (bad >= 0)
                throw new InputFaultException("not-positive", Names[i], SourceRows[bad], $"{Columns[i][bad]} has no logarithm");
            logs[i] = Array.ConvertAll(Columns[i], Math.Log);
        }

        return this with { Columns = logs };
    }
}
