using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// The books as they have been told: every change has an id range, and a snapshot is what the changes up to its id make, so that stream and
/// snapshot fit each other.
/// </summary>
internal sealed class DepthLog(VenueClock clock)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Told> told = new(StringComparer.Ordinal);

    /// <summary>What is different from what was told last, as a depthUpdate.</summary>
    public JsonObject Change(string symbol, SimBook book)
    {
        lock (gate)
        {
            var before = told.GetValueOrDefault(symbol) ?? new Told(1_000, [], []);
            var (bids, asks) = (Differences(before.Bids, book.Bids), Differences(before.Asks, book.Asks));
            var last = before.LastId + Math.Max(1, bids.Count + asks.Count);
            told[symbol] = new Told(last, [.. book.Bids], [.. book.Asks]);
            return new JsonObject
            {
                ["e"] = "depthUpdate", ["E"] = clock.NowMs, ["s"] = symbol, ["U"] = before.LastId + 1, ["u"] = last, ["pu"] = before.LastId,
                ["b"] = bids, ["a"] = asks,
            };
        }
    }

    public JsonObject Snapshot(string symbol, int limit)
    {
        lock (gate)
        {
            var now = told.GetValueOrDefault(symbol) ?? new Told(1_000, [], []);
            return new JsonObject
            {
                ["lastUpdateId"] = now.LastId, ["bids"] = Levels(now.Bids.Take(limit)), ["asks"] = Levels(now.Asks.Take(limit)),
            };
        }
    }

    private static JsonArray Differences(IReadOnlyList<SimLevel> before, IReadOnlyList<SimLevel> after)
    {
        var old = before.ToDictionary(level => level.Price, level => level.Quantity);
        var changed = after.Where(level => !old.TryGetValue(level.Price, out var quantity) || quantity != level.Quantity);
        var still = after.Select(level => level.Price).ToHashSet();
        return Levels(changed.Concat(before.Where(level => !still.Contains(level.Price)).Select(level => level with { Quantity = 0m })));
    }

    private static JsonArray Levels(IEnumerable<SimLevel> levels) =>
        new([.. levels.Select(level => (JsonNode)new JsonArray(Views.Text(level.Price), Views.Text(level.Quantity)))]);

    private sealed record Told(long LastId, IReadOnlyList<SimLevel> Bids, IReadOnlyList<SimLevel> Asks);
}
