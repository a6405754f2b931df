using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.Simulation.Parity;

/// <summary>What a fleet did, as its command line tells it: a folder of orders, replay, proposals, limits and switches (.json).</summary>
public sealed record FleetRecord(
    DateTimeOffset? From, DateTimeOffset? Position, IReadOnlyList<FleetOrder> Orders, IReadOnlyList<Intervention> Interventions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="FormatException">A file is missing or not what the command line writes.</exception>
    public static FleetRecord Read(string folder)
    {
        var replay = File(folder, "replay");
        var orders = Items(folder, "orders").Select(order => order.Deserialize<FleetOrder>(Json)!.Settled());
        return new FleetRecord(
            (DateTimeOffset?)replay["from"],
            (DateTimeOffset?)replay["position"],
            [.. orders.OrderBy(order => order.SubmittedAt).ThenBy(order => order.ClientOrderId, StringComparer.Ordinal)],
            [.. Answers(folder).Concat(Changes(folder, "limits")).Concat(Changes(folder, "switches")).OrderBy(change => change.At)]);
    }

    private static IEnumerable<Intervention> Answers(string folder) =>
        from proposal in Items(folder, "proposals")
        where (string)proposal["tier"]! != "auto" && (string)proposal["status"]! == "approved"
        select new Intervention(
            (DateTimeOffset)proposal["decidedAt"]!, $"{(string)proposal["pairId"]!}: a person approved {(string)proposal["decisionId"]!}");

    // A breaker trips in the simulation too; only what a person moved is news to it.
    private static IEnumerable<Intervention> Changes(string folder, string name) =>
        from entry in Items(folder, name)
        let payload = entry["payload"]!
        let author = (string)payload["by"]!
        where !author.StartsWith("breaker:", StringComparison.Ordinal)
        let what = (string?)payload["limit"] ?? "the kill switch"
        select new Intervention((DateTimeOffset)entry["occurredAt"]!, $"{author} moved {what}: {(string)payload["reason"]!}");

    private static IEnumerable<JsonNode> Items(string folder, string name) => File(folder, name)["items"]!.AsArray().Select(item => item!);

    private static JsonNode File(string folder, string name)
    {
        var path = Path.Combine(folder, name + ".json");
        if (!System.IO.File.Exists(path)) throw new FormatException($"{path} is missing; ./superintel parity writes and reads it.");
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllText(path)) ?? throw new FormatException($"{path} is empty.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{path} is not JSON: {failure.Message}");
        }
    }
}
