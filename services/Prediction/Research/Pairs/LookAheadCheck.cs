using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.LookAhead;
using Superintel.Prediction.Analytics.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Pairs;

/// <summary>lookahead-check: proves that a study does not see the future.</summary>
public static class LookAheadCheck
{
    /// <summary>Field of the result that is false when the study sees the future.</summary>
    public const string Honest = "honest";

    private const int MostEvery = 1_000_000;

    public static ResearchMethod Create()
    {
        var pair = new PairOptions();
        var every = new Option<int>("--every") { Description = "Bars between cuts.", DefaultValueFactory = _ => 10 };
        var strategy = new Option<string>("--strategy")
        {
            Description = "walk-forward (honest) or whole-sample (biased on purpose: it must be caught).",
            DefaultValueFactory = _ => "walk-forward",
        };
        strategy.AcceptOnlyFromAmong("walk-forward", "whole-sample");
        return new ResearchMethod(
            "lookahead-check",
            "Take the future away at every k-th bar: nothing said before may change.",
            MethodKind.Job,
            (2, 2),
            [.. pair.All, every, strategy],
            Compute) { Chosen = pair.Pair };

        JsonObject Compute(ResearchCall call)
        {
            var (table, parsed) = (call.Table, call.Options);
            if (parsed.GetValue(every) is < 1 or > MostEvery)
                throw new InputFaultException("bad-option", null, null, $"--every is 1 to {MostEvery}");
            var rule = pair.Rule(parsed);

            // Only series that could be traded can prove anything: the same refusals as in a backtest.
            PairTape.WalkForward(table.Columns[0], table.Columns[1], pair.Windows(parsed));
            IBarStudy study = parsed.GetValue(strategy) == "walk-forward"
                ? new WalkForwardStudy(pair.Windows(parsed), rule)
                : new WholeSampleStudy(rule);
            var violation = LookAheadProver.Find(study, table.Columns, parsed.GetValue(every), call.Progress, call.Token);
            return Report(table, study, parsed.GetValue(every), violation);
        }
    }

    private static JsonObject Report(SeriesTable table, IBarStudy study, int every, LookAheadViolation? violation)
    {
        var result = new JsonObject
        {
            [Honest] = violation is null,
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
