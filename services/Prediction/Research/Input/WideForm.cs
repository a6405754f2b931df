namespace Superintel.Prediction.Research.Input;

/// <summary>One column per series after a timestamp.</summary>
internal static class WideForm
{
    public static SeriesTable Arrange(string[] header, List<FileRow> rows, IReadOnlyList<string> columns)
    {
        if (header.Length < 2)
            throw new InputFaultException("no-columns", null, null, "the header has one cell: are the cells separated by commas?");
        string[] names = columns.Count > 0 ? [.. columns] : header[1..];
        int[] at = Array.ConvertAll(names, name => Find(header, name));
        int[] sources = [.. rows.Select(r => r.Number)];
        string[] timestamps = [.. rows.Select(r => r.Cells[0].Trim())];
        SeriesFile.DemandRising(timestamps, sources, header[0]);
        double[][] values = new double[names.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            values[i] = new double[rows.Count];
            for (int row = 0; row < rows.Count; row++)
                values[i][row] = SeriesFile.Number(rows[row].Cells[at[i]], names[i], rows[row].Number);
        }

        return new SeriesTable(names, timestamps, values, sources);
    }

    private static int Find(string[] header, string name)
    {
        int index = Array.IndexOf(header, name, 1);
        return index > 0
            ? index
            : throw new InputFaultException("no-such-column", name, null, $"the file has {string.Join(", ", header.Skip(1))}");
    }
}
