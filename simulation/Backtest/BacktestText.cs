namespace Superintel.Simulation.Backtest;

/// <summary>The report for a person.</summary>
public static class BacktestText
{
    private const int TradesShown = 20;

    public static void Write(BacktestReport report, TextWriter output)
    {
        output.WriteLine(EquityCurveText.Draw(report.Equity));
        output.WriteLine();
        WriteTrades(report, output);
        output.WriteLine();
        var won = report.RoundTrips.Count(trade => trade.Pnl > 0m);
        Line(output, "Equity", $"{report.InitialEquity:N2} -> {report.FinalEquity:N2} {report.Currency}");
        Line(output, "P&L", $"{report.FinalEquity - report.InitialEquity:N2} {report.Currency}, of it commissions "
            + $"{-report.Commissions:N2}");
        Line(output, "Max drawdown", $"{report.MaxDrawdown:P2}");
        Line(output, "Sharpe",
            report.Sharpe is { } sharpe ? $"{sharpe:0.00} (daily, annualised, risk-free 0)" : "not defined: too few days or no variance");
        Line(output, "Trades", $"{report.Trades} closed, {won} won");
        Line(output, "Orders, fills", $"{report.Orders}, {report.Fills}");
        Line(output, "Signals", $"{report.Signals}; declined {report.Declined}, vetoed {report.Vetoed}, denied {report.Denied}");
        Line(output, "Bars", $"{report.Bars:N0} in {report.Slices:N0} slices, {report.ElapsedSeconds:0.0} s");
        Line(output, "Journal", $"{report.JournalEntries:N0} entries, verified, head {report.JournalHead}");
        Line(output, "Order list hash", report.OrderListHash);
    }

    private static void WriteTrades(BacktestReport report, TextWriter output)
    {
        output.WriteLine($"{"OPENED",-12}{"CLOSED",-12}{"PAIR",-26}{"P&L",14}");
        foreach (var trade in report.RoundTrips.TakeLast(TradesShown))
            output.WriteLine($"{trade.OpenedAt:yyyy-MM-dd}  {trade.ClosedAt:yyyy-MM-dd}  {trade.PairId,-26}{trade.Pnl,14:N2}");
        if (report.Trades > TradesShown) output.WriteLine($"(the last {TradesShown} of {report.Trades}; --json has all)");
        if (report.Trades == 0) output.WriteLine("(no trade was closed)");
    }

    private static void Line(TextWriter output, string name, string value) => output.WriteLine($"{name,-16}{value}");
}
