using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Replay;

namespace Superintel.Ingestion.Service;

/// <summary>What options must satisfy; all that is wrong is said at once.</summary>
internal static class IngestionOptionsRules
{
    /// <exception cref="InvalidOperationException">One or more options are out of bounds.</exception>
    public static void Check(IngestionOptions options)
    {
        List<string> wrong = [.. Broken(options).Where(r => r.Broken).Select(r => r.Rule)];
        if (wrong.Count > 0)
            throw new InvalidOperationException($"The configuration of Ingestion cannot be used: {string.Join("; ", wrong)}.");
    }

    private static IEnumerable<(bool Broken, string Rule)> Broken(IngestionOptions options)
    {
        var (replay, gate, freshness, import) = (options.Replay, options.Gate, options.Freshness, options.Import);
        var named = !string.IsNullOrWhiteSpace(options.Feed) && options.Feed != AdmitHistory.Feed;
        yield return (!named, "Feed is a name, and not 'import'");
        yield return (replay.SlicesPerSecond is not (> 0 and <= ControlReplay.Fastest),
            $"Replay:SlicesPerSecond is above 0 and at most {ControlReplay.Fastest}");
        yield return (replay.WarmUpSlices < 0, "Replay:WarmUpSlices is not negative");
        yield return (!IsHold(replay.HumanHold), "Replay:HumanHold is from 0 to a day");
        yield return (!IsHold(replay.MachineHold), "Replay:MachineHold is from 0 to a day");
        yield return (replay.From >= replay.To, "Replay:From comes before Replay:To");
        yield return (gate.Window is < 20 or > 1000, "Gate:Window is from 20 to 1000");
        yield return (gate.LeastReturns < 2 || gate.LeastReturns > gate.Window, "Gate:LeastReturns is from 2 to Gate:Window");
        yield return (gate.AlertAfter < 1, "Gate:AlertAfter is at least 1");
        yield return (gate.SourceTolerance is not (> 0 and < 1), "Gate:SourceTolerance is between 0 and 1");
        yield return (freshness.Daily <= TimeSpan.Zero || freshness.Intraday <= TimeSpan.Zero, "Freshness limits are above zero");
        yield return (import is not { MaximumBytes: > 0, MaximumRows: > 0, MaximumErrors: > 0 }, "Import limits are above zero");
    }

    private static bool IsHold(TimeSpan hold) => hold >= TimeSpan.Zero && hold <= TimeSpan.FromDays(1);
}
