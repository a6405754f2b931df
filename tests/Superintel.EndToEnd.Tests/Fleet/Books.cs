using System.Text.Json.Nodes;
using Superintel.TestKit;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>What must hold of a desk at any quiet moment, whatever crashed before.</summary>
public static class Books
{
    private static readonly string[] Services = ["ingestion", "prediction", "approval", "risk", "execution", "journal"];

    /// <param name="more">Further checks that need the desk at rest.</param>
    public static async Task AreConsistent(Desk desk, Func<Task>? more = null)
    {
        await Quiet(desk);
        try
        {
            await Compare(desk);
            if (more is not null) await more();
        }
        finally
        {
            await desk.Post("/api/replay", new { paused = false });
        }
    }

    private static async Task Compare(Desk desk)
    {
        var (fills, orders) = (await desk.All("/api/fills"), await desk.All("/api/orders"));
        await PositionsAreTheSumOf(fills, desk);
        Assert.Multiple(() =>
        {
            Assert.That(fills.Select(fill => $"{fill["venue"]}/{fill["account"]}/{fill["executionId"]}"), Is.Unique,
                "one fill per execution");
            Assert.That(orders.Select(order => $"{order["clearanceId"]}/{order["leg"]}/{order["purpose"]}"), Is.Unique,
                "one order per clearance and leg");
            Assert.That(CumulativeOf(fills), Is.EquivalentTo(CumulativeOf(orders, "cumulativeQuantity")), "orders filled as the fills say");
        });
        var verified = await desk.Get("/api/journal/verify");
        Assert.That((bool)verified["valid"]!, Is.True, verified.ToJsonString());
    }

    /// <summary>Holds the replay and waits until everything that was under way has come to rest.</summary>
    private static async Task Quiet(Desk desk)
    {
        await desk.Post("/api/replay", new { paused = true });
        await Eventually.True(
            async () => await NothingWaits(desk)
                && await Fingerprint(desk) is var before && before == await Fingerprint(desk) && before == await Fingerprint(desk),
            "the desk comes to rest", TimeSpan.FromMinutes(2));
    }

    // A service that lost the broker may take half a minute to find it again: until then its queue stands still.
    private static async Task<bool> NothingWaits(Desk desk) => (await desk.Get("/api/system/fleet"))["parts"]!.AsArray()
        .Where(part => Services.Contains((string)part!["name"]!))
        .All(part => (long?)part!["outboxPending"] == 0 && (long?)part["queueDepth"] == 0);

    private static async Task<string> Fingerprint(Desk desk)
    {
        var fleet = await desk.Get("/api/system/fleet");
        var journal = await desk.Get("/api/journal?limit=1");
        var replay = await desk.Get("/api/replay");
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        return $"{journal["items"]?[0]?["sequence"]} {replay["published"]} "
            + $"{string.Join(',', fleet["parts"]!.AsArray().Select(p => p!["health"]))}";
    }

    private static async Task PositionsAreTheSumOf(List<JsonNode> fills, Desk desk)
    {
        var expected = fills.GroupBy(fill => $"{fill["pairId"]} {fill["instrumentId"]}")
            .Select(group => (group.Key,
                Quantity: group.Sum(fill => (string)fill["side"]! == "buy" ? (decimal)fill["quantity"]! : -(decimal)fill["quantity"]!)))
            .Where(position => position.Quantity != 0m);
        var actual = (await desk.All("/api/positions"))
            .Select(position => (Key: $"{position["pairId"]} {position["instrumentId"]}", Quantity: (decimal)position["quantity"]!))
            .Where(position => position.Quantity != 0m);
        Assert.That(actual, Is.EquivalentTo(expected), "positions are the sum of the fills");
    }

    private static IEnumerable<(string, decimal)> CumulativeOf(List<JsonNode> rows, string field = "quantity") =>
        rows.GroupBy(row => (string)row["clientOrderId"]!)
            .Select(group => (group.Key, group.Sum(row => (decimal)row[field]!)))
            .Where(order => order.Item2 != 0m);
}
