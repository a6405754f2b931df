using System.Text.Json.Nodes;
using Superintel.EndToEnd.Tests.Fleet;
using Superintel.TestKit;

namespace Superintel.EndToEnd.Tests;

/// <summary>The same bars through six services on real servers and through one process on virtual time.</summary>
[Parallelizable]
public sealed class ParityTests
{
    private static readonly TimeSpan Finish = TimeSpan.FromMinutes(4);

    [Test]
    public async Task Fleet_places_exactly_the_orders_of_the_backtest()
    {
        await using var fleet = await RunningFleet.Start(
            ("Replay__SlicesPerSecond", "1000"), ("Replay__HumanHold", "00:00:00"), ("Replay__To", "1994-06-01T00:00:00Z"));
        await Eventually.True(
            async () => (string?)(await fleet.Desk.Get("/api/replay"))["state"] == "finished", "the replay is finished", Finish);
        var told = await fleet.Command("parity", "--json");
        var report = JsonNode.Parse(told.Output)!;
        Assert.Multiple(() =>
        {
            Assert.That(report["differences"]!.AsArray().Select(difference => difference!.ToJsonString()), Is.Empty);
            Assert.That((int)report["matched"]!, Is.GreaterThan(10).And.EqualTo((int)report["simulatedOrders"]!));
            Assert.That(told.ExitCode, Is.Zero, told.ToString());
        });
    }
}
