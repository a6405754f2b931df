using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Input;
using Superintel.Prediction.Research.Pairs;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>pair-backtest</c>: a walk-forward backtest of one pair of a file.</summary>
public static class PairBacktestCommand
{
    public static Command Create()
    {
        var backtest = new PairBacktest();
        var method = backtest.Method;
        var command = new Command(method.Name, method.Description);
        var input = new ResearchInput();
        input.AddTo(command, columns: false);
        foreach (var option in method.Options)
            command.Options.Add(option);
        var plot = new Option<string?>("--plot") { Description = "Draw prices, spread, trades and equity into an SVG file." };
        command.Options.Add(plot);
        command.SetAction((parsed, token) => Task.FromResult(ResearchRun.Execute(
            input.Json(parsed),
            () => input.Read(parsed, method.Chosen!(parsed)),
            table =>
            {
                var call = new ResearchCall(table, parsed, null, token);
                return parsed.GetValue(plot) is { } file ? Drawn(backtest, call, file) : method.Run(call);
            })));
        return command;
    }

    private static JsonObject Drawn(PairBacktest backtest, ResearchCall call, string file)
    {
        try
        {
            var (report, tape, run) = backtest.Study(call);
            FiniteResult.Demand(report);
            PlotFile.Write(file, PairPlot.Draw(call.Table, tape, run));
            return report;
        }
        catch (SeriesFaultException fault)
        {
            throw SeriesFaults.Named(fault, call.Table);
        }
    }
}
