using System.Text;

namespace Superintel.Prediction.Research.Input;

/// <summary>Takes the lines of a CSV file (RFC 4180) apart.</summary>
internal static class CsvText
{
    /// <summary>Next record, or null at the end; cells in quotes may hold commas, doubled quotes and line breaks.</summary>
    /// <exception cref="InputFaultException">The file ends inside quotes.</exception>
    public static string[]? Next(TextReader reader, int row)
    {
        string? line = reader.ReadLine();
        if (line is null)
            return null;
        if (!line.Contains('"'))
            return line.Split(',');
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; ; i++)
        {
            if (i == line.Length)
            {
                if (!quoted)
                    break;
                line = reader.ReadLine() ?? throw new InputFaultException("open-quotes", null, row, "the file ends inside quotes");
                cell.Append('\n');
                i = -1;
            }
            else if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
