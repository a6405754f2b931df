using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Simulation.Research;

/// <summary>The command <c>screen</c>: which pairs of a file cointegrate.</summary>
public static class ScreenCommand
{
    public static Command Create()
    {
        var command = new Command("screen", "Test all pairs of a file, control false discoveries, confirm and rank.");
        var input = new ResearchInput();
        input.AddTo(command);
        var lag = new Option<int>("--max-lag", "--maxlag") { Description = "Longest lag.", DefaultValueFactory = _ => 12 };
        var rate = new Option<double>("--fdr")
        {
            Description = "Allowed share of false findings; 1 lists every pair.",
            DefaultValueFactory = _ => 0.05,
        };
        var method = new Option<string>("--fdr-method") { Description = "bh or by.", DefaultValueFactory = _ => "bh" };
        method.AcceptOnlyFromAmong("bh", "by");
        var train = new Option<int?>("--train") { Description = "Trailing rows used. Default: all." };
        var confirmed = new Option<bool>("--confirmed") { Description = "List confirmed pairs only." };
        var workers = new Option<int>("--workers") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
        foreach (Option option in new Option[] { lag, rate, method, train, confirmed, workers })
            command.Options.Add(option);
        command.SetAction((parsed, token) => Task.FromResult(ResearchRun.Execute(input.Json(parsed), () => input.Read(parsed), table =>
        {
            double share = parsed.GetValue(rate);
            if (!(share is > 0 and <= 1) || parsed.GetValue(lag) < 0 || parsed.GetValue(workers) < 1)
                throw new InputFaultException("bad-option", null, null, "--fdr is in (0, 1], --max-lag at least 0, --workers at least 1");
            var options = new PairDiscoveryOptions
            {
                Screen = new PairScreenOptions(parsed.GetValue(lag), true, parsed.GetValue(workers)),
                Rate = share,
                Method = parsed.GetValue(method) == "by" ? FalseDiscovery.BenjaminiYekutieli : FalseDiscovery.BenjaminiHochberg,
                Window = parsed.GetValue(train),
            };
            return Search(table, options, parsed.GetValue(confirmed), token);
        })));
        return command;
    }

    private static JsonObject Search(SeriesTable table, PairDiscoveryOptions options, bool confirmedOnly, CancellationToken token)
    {
        int pairs = table.Names.Count * (table.Names.Count - 1) / 2;
        double[][] window = PairDiscovery.Trailing(table.Columns, options);
        var both = options.Screen with { BothDirections = true };

        // The first pair is screened twice, so that the clock does not count the translation of the kernel.
        PairScreen.Run([.. window.Take(2)], both with { Workers = 1 }, null, token);
        var clock = Stopwatch.StartNew();
        var screened = ScreenProgress.Show(pairs, progress => PairScreen.Run(window, both, progress, token));
        double seconds = clock.Elapsed.TotalSeconds;
        var found = PairDiscovery.Confirm(window, screened, options, token);
        if (found.Tested == 0 && found.Refused.All(r => r.Refusal == SeriesFaultCodes.LagOutOfRange))
            throw new InputFaultException(SeriesFaultCodes.LagOutOfRange, null, null, $"--max-lag {options.Screen.MaximumLag} is too long");
        var listed = found.Pairs.Where(p => p.Confirmed || !confirmedOnly);
        return new JsonObject
        {
            ["pairs"] = new JsonArray([.. listed.Select(p => (JsonNode)One(table, p))]),
            ["tested"] = found.Tested,
            ["refused"] = new JsonArray([.. found.Refused.Select(r => (JsonNode)Refused(table, r))]),
            ["fdr"] = options.Rate,
            ["elapsedSeconds"] = seconds,
            ["pairsPerSecond"] = pairs / seconds,
            ["confirmSeconds"] = clock.Elapsed.TotalSeconds - seconds,
        };
    }

    private static JsonObject One(SeriesTable table, DiscoveredPair pair) => new()
    {
        ["a"] = table.Names[pair.Forward.First],
        ["b"] = table.Names[pair.Forward.Second],
        ["statistic"] = pair.Forward.Statistic,
        ["pValue"] = pair.Forward.PValue,
        ["usedLag"] = pair.Forward.UsedLag,
        ["qValue"] = pair.QValue,
        ["trials"] = pair.Trials,
        ["halfLife"] = double.IsFinite(pair.HalfLife) ? pair.HalfLife : null,
        ["hedgeRatio"] = pair.Forward.HedgeRatio,
        ["intercept"] = pair.Intercept,
        ["reverseStatistic"] = pair.Reverse.Statistic,
        ["reversePValue"] = pair.Reverse.PValue,
        ["johansenRank"] = pair.JohansenRank,
        ["hurst"] = pair.Hurst,
        ["crossings"] = pair.Crossings,
        ["drift"] = double.IsFinite(pair.Drift) ? pair.Drift : null,
        ["confirmed"] = pair.Confirmed,
        ["objections"] = new JsonArray([.. pair.Objections.Select(o => (JsonNode)o)]),
    };

    private static JsonObject Refused(SeriesTable table, PairStatistic pair) => new()
    {
        ["a"] = table.Names[pair.First],
        ["b"] = table.Names[pair.Second],
        ["code"] = pair.Refusal,
    };
}
