using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>pair-backtest: a walk-forward backtest of one pair.</summary>
public sealed class PairBacktest
{
    // A sweep says how far it is; what is drawn afterwards takes about as long as a small one.
    private const double SweepShare = 0.9;

    private readonly PairOptions pair = new();

    private readonly Option<string?> sweep = new("--sweep")
    {
        Description = "Try many rules: entry=1:3:0.1,exit=0:1:0.1,stop=4. The best is deflated.",
    };

    private readonly Option<int> paths = new("--paths") { Description = "Bootstrap paths.", DefaultValueFactory = _ => 1000 };

    private readonly Option<double> block = new("--block")
    {
        Description = "Mean block length of the bootstrap.",
        DefaultValueFactory = _ => 20,
    };

    private readonly Option<int> seed = new("--seed") { Description = "Seed of the bootstrap.", DefaultValueFactory = _ => 1 };

    public PairBacktest() => Method = new ResearchMethod(
        "pair-backtest",
        "Walk-forward backtest of a pair: filled one bar later, after costs.",
        MethodKind.Job,
        (2, 2),
        [.. pair.All, sweep, paths, block, seed],
        call => Study(call).Report) { Chosen = pair.Pair };

    public ResearchMethod Method { get; }

    /// <summary>The report with the tape and the run that a picture is drawn from.</summary>
    /// <exception cref="InputFaultException">An option is out of its range.</exception>
    public (JsonObject Report, PairTape Tape, PairRun Run) Study(ResearchCall call)
    {
        var (table, parsed, token) = (call.Table, call.Options, call.Token);
        if (parsed.GetValue(paths) is < 1 or > 100_000 || !(parsed.GetValue(block) >= 1))
            throw new InputFaultException("bad-option", null, null, "--paths is 1 to 100000, --block at least 1");
        double notional = Positive(parsed, pair.Notional);
        double year = Positive(parsed, pair.BarsPerYear);
        var costs = pair.Costs(parsed);
        var rule = pair.Rule(parsed);
        var tape = PairTape.WalkForward(table.Columns[0], table.Columns[1], pair.Windows(parsed));
        var part = call.Progress is { } told ? new SweepPart(told) : null;
        SweepResult? tried = parsed.GetValue(sweep) is { } grid
            ? ParameterSweep.Run(tape, SweepGrid.Parse(grid, rule), costs, notional, year, part, token)
            : null;
        var run = PairRun.Of(tape, tried is null ? rule : tried.Outcomes[tried.Best].Rule, costs, notional, year);
        var resample = MonteCarlo.Run(run.Returns, parsed.GetValue(paths), parsed.GetValue(block), year, parsed.GetValue(seed), token);
        call.Progress?.Report(1);
        return (PairReport.Of(table, run, tried, resample), tape, run);
    }

    private static double Positive(ParseResult parsed, Option<double> option)
    {
        double value = parsed.GetValue(option);
        return value > 0 && double.IsFinite(value)
            ? value
            : throw new InputFaultException("bad-option", null, null, $"{option.Name} is above 0");
    }

    private sealed class SweepPart(IProgress<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Report(SweepShare * value);
    }
}
