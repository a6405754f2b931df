using System.Globalization;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Closes by time and instrument; not a number where there is none.</summary>
internal sealed class PanelGrid
{
    private readonly string[] names;
    private readonly List<DateTimeOffset> times = [];
    private readonly List<double>[] columns;

    private PanelGrid(string[] names) => (this.names, columns) = (names, [.. names.Select(_ => new List<double>())]);

    /// <param name="closes">In order of time.</param>
    public static PanelGrid Of(string[] names, IEnumerable<(DateTimeOffset At, string Id, decimal Close)> closes)
    {
        var grid = new PanelGrid(names);
        var at = names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        foreach (var close in closes)
        {
            if (grid.times.Count == 0 || grid.times[^1] != close.At) grid.AddRow(close.At);
            grid.columns[at[close.Id]][^1] = (double)close.Close;
        }
        return grid;
    }

    /// <summary>Instruments that did not close whenever another did.</summary>
    public IReadOnlyList<string> WithHoles() => [.. names.Where((_, column) => columns[column].Exists(double.IsNaN))];

    /// <summary>The instruments that closed in every row.</summary>
    public SeriesTable Complete() => Table([.. Enumerable.Range(0, names.Length).Where(column => !columns[column].Exists(double.IsNaN))]);

    /// <summary>All instruments.</summary>
    /// <exception cref="InputFaultException">One of them has a hole.</exception>
    public SeriesTable Whole()
    {
        for (var column = 0; column < names.Length; column++)
        {
            var hole = columns[column].FindIndex(double.IsNaN);
            if (hole >= 0)
                throw new InputFaultException("missing-value", names[column], hole + 1, $"it has no close at {Text(times[hole])}");
        }
        return Table([.. Enumerable.Range(0, names.Length)]);
    }

    private void AddRow(DateTimeOffset at)
    {
        times.Add(at);
        foreach (var column in columns) column.Add(double.NaN);
    }

    private SeriesTable Table(int[] chosen) => new(
        [.. chosen.Select(column => names[column])],
        [.. times.Select(Text)],
        [.. chosen.Select(column => columns[column].ToArray())],
        [.. Enumerable.Range(1, times.Count)]);

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
