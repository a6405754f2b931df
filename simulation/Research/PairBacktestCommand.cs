using System.CommandLine;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>pair-backtest</c>: a walk-forward backtest of one pair of a file.</summary>
public static class PairBacktestCommand
{
    public static Command Create()
    {
        var command = new Command("pair-backtest", "Walk-forward backtest of a pair: filled one bar later, after costs.");
        var input = new ResearchInput();
        input.AddTo(command, columns: false);
        var pair = new PairOptions();
        pair.AddTo(command);
        var sweep = new Option<string?>("--sweep")
        {
            Description = "Try many rules: entry=1:3:0.1,exit=0:1:0.1,stop=4. The best is deflated.",
        };
        var paths = new Option<int>("--paths") { Description = "Bootstrap paths.", DefaultValueFactory = _ => 1000 };
        var block = new Option<double>("--block") { Description = "Mean block length of the bootstrap.", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "Seed of the bootstrap.", DefaultValueFactory = _ => 1 };
        var plot = new Option<string?>("--plot") { Description = "Draw prices, spread, trades and equity into an SVG file." };
        foreach (Option option in new Option[] { sweep, paths, block, seed, plot })
            command.Options.Add(option);
        command.SetAction((parsed, token) => Task.FromResult(ResearchRun.Execute(
            input.Json(parsed),
            () => input.Read(parsed, pair.Pair(parsed)),
            table =>
            {
                if (parsed.GetValue(paths) is < 1 or > 100_000 || !(parsed.GetValue(block) >= 1))
                    throw new InputFaultException("bad-option", null, null, "--paths is 1 to 100000, --block at least 1");
                double notional = Positive(parsed, pair.Notional);
                double year = Positive(parsed, pair.BarsPerYear);
                var costs = pair.Costs(parsed);
                var rule = pair.Rule(parsed);
                var tape = PairTape.WalkForward(table.Columns[0], table.Columns[1], pair.Windows(parsed));
                SweepResult? tried = parsed.GetValue(sweep) is { } grid
                    ? ParameterSweep.Run(tape, SweepGrid.Parse(grid, rule), costs, notional, year, token)
                    : null;
                var run = PairRun.Of(tape, tried is null ? rule : tried.Outcomes[tried.Best].Rule, costs, notional, year);
                var resample = MonteCarlo.Run(run.Returns, parsed.GetValue(paths), parsed.GetValue(block), year, parsed.GetValue(seed));
                var report = PairReport.Of(table, run, tried, resample);
                FiniteResult.Demand(report);
                if (parsed.GetValue(plot) is { } file)
                    PlotFile.Write(file, PairPlot.Draw(table, tape, run));
                return report;
            })));
        return command;
    }

    private static double Positive(ParseResult parsed, Option<double> option)
    {
        double value = parsed.GetValue(option);
        return value > 0 && double.IsFinite(value)
            ? value
            : throw new InputFaultException("bad-option", null, null, $"{option.Name} is above 0");
    }
}
