using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.LookAhead;
using Superintel.Prediction.Analytics.Research;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>lookahead-check</c>: proves that a study does not see the future.</summary>
public static class LookAheadCommand
{
    /// <summary>Exit code when the study sees the future.</summary>
    public const int Caught = 1;

    private const int MostEvery = 1_000_000;

    public static Command Create()
    {
        var command = new Command("lookahead-check", "Take the future away at every k-th bar: nothing said before may change.");
        var input = new ResearchInput();
        input.AddTo(command, columns: false);
        var pair = new PairOptions();
        pair.AddTo(command);
        var every = new Option<int>("--every") { Description = "Bars between cuts.", DefaultValueFactory = _ => 10 };
        var strategy = new Option<string>("--strategy")
        {
            Description = "walk-forward (honest) or whole-sample (biased on purpose: it must be caught).",
            DefaultValueFactory = _ => "walk-forward",
        };
        strategy.AcceptOnlyFromAmong("walk-forward", "whole-sample");
        command.Options.Add(every);
        command.Options.Add(strategy);
        command.SetAction((parsed, token) =>
        {
            bool honest = true;
            int code = ResearchRun.Execute(input.Json(parsed), () => input.Read(parsed, pair.Pair(parsed)), table =>
            {
                if (parsed.GetValue(every) is < 1 or > MostEvery)
                    throw new InputFaultException("bad-option", null, null, $"--every is 1 to {MostEvery}");
                var rule = pair.Rule(parsed);

                // Only series that could be traded can prove anything: the same refusals as in a backtest.
                PairTape.WalkForward(table.Columns[0], table.Columns[1], pair.Windows(parsed));
                IBarStudy study = parsed.GetValue(strategy) == "walk-forward"
                    ? new WalkForwardStudy(pair.Windows(parsed), rule)
                    : new WholeSampleStudy(rule);
                var violation = LookAheadProver.Find(study, table.Columns, parsed.GetValue(every), token);
                honest = violation is null;
                return Report(table, study, parsed.GetValue(every), violation);
            });
            return Task.FromResult(code == 0 && !honest ? Caught : code);
        });
        return command;
    }

    private static JsonObject Report(SeriesTable table, IBarStudy study, int every, LookAheadViolation? violation)
    {
        var result = new JsonObject
        {
            ["honest"] = violation is null,
            ["outputs"] = new JsonArray([.. study.Outputs.Select(o => (JsonNode)o)]),
            ["cuts"] = Math.Max(0, (table.Rows - study.WarmUp - 1 + every - 1) / every),
        };
        if (violation is not null)
        {
            result["violation"] = new JsonObject
            {
                ["output"] = violation.Output,
                ["bar"] = table.Timestamps[violation.Bar],
                ["cut"] = table.Timestamps[violation.Cut],
                ["withFuture"] = violation.Full,
                ["withoutFuture"] = violation.Truncated,
            };
        }

        return result;
    }
}
