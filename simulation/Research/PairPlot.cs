using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;
using Superintel.Prediction.Research.Pairs;

namespace Superintel.Simulation.Research;

/// <summary>A pair backtest as a picture: prices, score with bands and trades, equity.</summary>
internal static class PairPlot
{
    private const int PanelHeight = 220;

    public static string Draw(SeriesTable table, PairTape tape, PairRun run)
    {
        int first = tape.First;
        double[] scores = tape.Scores.Span[first..].ToArray();
        string title = $"{table.Names[0]} against {table.Names[1]}";
        var drawing = new SvgDrawing(title, table.Timestamps[first], table.Timestamps[^1], 3 * PanelHeight);
        double[] y = Relative(table.Columns[0].AsSpan(first));
        double[] x = Relative(table.Columns[1].AsSpan(first));
        drawing.Panel("prices, 1 at the start", 0, PanelHeight, [.. y, .. x]);
        drawing.Line(y, SvgDrawing.Blue, table.Names[0]);
        drawing.Line(x, SvgDrawing.Orange, table.Names[1]);

        double[] bands = [run.Rule.Entry, -run.Rule.Entry, run.Rule.Exit, -run.Rule.Exit];
        drawing.Panel("score, bands at entry and exit", PanelHeight, PanelHeight, [.. scores, .. bands]);
        foreach (double band in bands)
            drawing.Level(band, scores.Length);
        drawing.Line(scores, SvgDrawing.Grey, "score");
        foreach (var trade in run.Trades)
        {
            drawing.Mark(trade.EntryBar - first, scores[trade.EntryBar - first], trade.Direction > 0 ? SvgDrawing.Green : SvgDrawing.Red);
            drawing.Mark(trade.ExitBar - first, scores[trade.ExitBar - first], SvgDrawing.Black);
        }

        drawing.Panel("equity after costs", 2 * PanelHeight, PanelHeight, run.Equity);
        drawing.Line(run.Equity, SvgDrawing.Green, "equity");
        return drawing.Finish();
    }

    private static double[] Relative(ReadOnlySpan<double> prices)
    {
        double[] relative = new double[prices.Length];
        for (int i = 0; i < relative.Length; i++)
            relative[i] = prices[i] / prices[0];
        return relative;
    }
}
