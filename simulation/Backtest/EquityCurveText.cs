using System.Text;

namespace Superintel.Simulation.Backtest;

/// <summary>An equity curve drawn in characters, for a terminal.</summary>
public static class EquityCurveText
{
    /// <param name="equity">Oldest first.</param>
    /// <param name="width">Columns of the plot.</param>
    /// <param name="height">Rows of the plot.</param>
    public static string Draw(IReadOnlyList<EquityPoint> equity, int width = 100, int height = 12)
    {
        if (equity.Count < 2) return "(no equity curve: fewer than two valuations)";
        var columns = Math.Min(width, equity.Count);
        var values = Enumerable.Range(0, columns).Select(c => equity[(int)((long)c * (equity.Count - 1) / (columns - 1))].NetAssetValue)
            .ToArray();
        var (low, high) = (values.Min(), values.Max());
        var span = high == low ? 1m : high - low;
        var rows = values.Select(value => (int)Math.Round((value - low) / span * (height - 1))).ToArray();
        var text = new StringBuilder();
        for (var row = height - 1; row >= 0; row--)
        {
            var label = row == height - 1 || row == 0 ? (low + span * row / (height - 1)).ToString("N0") : "";
            text.Append($"{label,14} |");
            foreach (var at in rows) text.Append(at == row ? '*' : at > row ? '.' : ' ');
            text.AppendLine();
        }
        text.Append($"{"",14} +").AppendLine(new string('-', columns));
        text.Append($"{"",16}{equity[0].At:yyyy-MM-dd}").Append($"{equity[^1].At:yyyy-MM-dd}".PadLeft(Math.Max(11, columns - 10)));
        return text.ToString();
    }
}
