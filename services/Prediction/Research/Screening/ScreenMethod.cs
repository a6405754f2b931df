using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Analytics.Screening;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Screening;

/// <summary>screen: which pairs of a universe cointegrate.</summary>
public static class ScreenMethod
{
    private const int GreatestUniverse = 5000;

    // What confirming takes is not known before; the bar must not stand at its end meanwhile.
    private const double ScreeningShare = 0.95;

    public static ResearchMethod Create()
    {
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
        return new ResearchMethod(
            "screen",
            "Test all pairs of a file, control false discoveries, confirm and rank.",
            MethodKind.Job,
            (2, GreatestUniverse),
            [lag, rate, method, train, confirmed],
            Compute);

        JsonObject Compute(ResearchCall call)
        {
            var parsed = call.Options;
            double share = parsed.GetValue(rate);
            if (!(share is > 0 and <= 1) || parsed.GetValue(lag) < 0 || call.Workers < 1)
                throw new InputFaultException("bad-option", null, null, "--fdr is in (0, 1], --max-lag at least 0, --workers at least 1");
            var options = new PairDiscoveryOptions
            {
                Screen = new PairScreenOptions(parsed.GetValue(lag), true, call.Workers),
                Rate = share,
                Method = parsed.GetValue(method) == "by" ? FalseDiscovery.BenjaminiYekutieli : FalseDiscovery.BenjaminiHochberg,
                Window = parsed.GetValue(train),
            };
            return Search(call, options, parsed.GetValue(confirmed));
        }
    }

    private static JsonObject Search(ResearchCall call, PairDiscoveryOptions options, bool confirmedOnly)
    {
        var (table, token) = (call.Table, call.Token);
        int pairs = table.Names.Count * (table.Names.Count - 1) / 2;
        double[][] window = PairDiscovery.Trailing(table.Columns, options);
        var both = options.Screen with { BothDirections = true };

        // The first pair is screened twice, so that the clock does not count the translation of the kernel.
        PairScreen.Run([.. window.Take(2)], both with { Workers = 1 }, null, token);
        var clock = Stopwatch.StartNew();
        var screened = PairScreen.Run(window, both, call.Progress is { } told ? new Share(told, pairs) : null, token);
        double seconds = clock.Elapsed.TotalSeconds;
        var found = PairDiscovery.Confirm(window, screened, options, token);
        call.Progress?.Report(1);
        if (found.Tested == 0 && found.Refused.All(r => r.Refusal == SeriesFaultCodes.LagOutOfRange))
            throw new InputFaultException(SeriesFaultCodes.LagOutOfRange, null, null, $"--max-lag {options.Screen.MaximumLag} is too long");
        var listed = found.Pairs.Where(p => p.Confirmed || !confirmedOnly);
        return new JsonObject
        {
            ["pairs"] = new JsonArray([.. listed.Select(p => (JsonNode)ScreenedPair.Of(table, p))]),
            ["tested"] = found.Tested,
            ["refused"] = new JsonArray([.. found.Refused.Select(r => (JsonNode)ScreenedPair.Refused(table, r))]),
            ["fdr"] = options.Rate,
            ["elapsedSeconds"] = seconds,
            ["pairsPerSecond"] = pairs / seconds,
            ["confirmSeconds"] = clock.Elapsed.TotalSeconds - seconds,
        };
    }

    private sealed class Share(IProgress<double> told, int pairs) : IProgress<int>
    {
        public void Report(int value) => told.Report(ScreeningShare * value / Math.Max(1, pairs));
    }
}
