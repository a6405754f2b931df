using System.Text.Json.Nodes;
using Superintel.EndToEnd.Tests.Fleet;
using Superintel.TestKit;

namespace Superintel.EndToEnd.Tests.Quiet;

public sealed class LifeCycleTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    private static RunningFleet Fleet => SharedFleet.Fleet;

    [Test]
    public async Task Real_bars_become_filled_orders_within_two_minutes()
    {
        var orders = await FilledOrders();
        Assert.That(orders, Is.Not.Empty);
        Assert.That((decimal)orders[0]["averagePrice"]!, Is.GreaterThan(0m));
    }

    [Test]
    public async Task Explain_tells_the_whole_story_of_a_filled_order()
    {
        var decision = (string)(await FilledOrders())[0]["decisionId"]!;
        var kinds = await Eventually.Get(() => Kinds(decision), steps => steps.Contains("position-changed"), "the story has its fills",
            TwoMinutes);
        Assert.That(kinds, Is.SupersetOf(new[]
        {
            "signal-generated", "proposal-created", "proposal-approved", "order-cleared", "order-submitted", "order-filled",
                "position-changed",
        }));
        var told = await Fleet.Command("explain", decision);
        Assert.That(told.ExitCode, Is.Zero, told.ToString());
        Assert.That(told.Output, Does.Contain(decision).And.Contain("filled"));
    }

    [Test]
    public async Task Verify_finds_the_journal_whole()
    {
        var verified = await Fleet.Command("verify", "--json");
        Assert.That(verified.ExitCode, Is.Zero, verified.ToString());
        Assert.That((bool)JsonNode.Parse(verified.Output)!["valid"]!, Is.True);
    }

    [Test]
    public async Task One_trace_leads_from_the_bar_to_the_fill()
    {
        var decision = (string)(await FilledOrders())[0]["decisionId"]!;
        var story = await Fleet.Desk.Get($"/api/decisions/{decision}");
        var entries = await Fleet.Desk.All($"/api/journal?decisionId={decision}");
        var signal = (string?)entries.Single(entry => (string)entry["kind"]! == "signal-generated")["traceId"];
        Assert.That(signal, Is.Not.Null.And.Length.EqualTo(32));
        Assert.That((string?)story["traceId"], Is.EqualTo(signal));
        string[] onTheWay = ["proposal-created", "proposal-approved", "order-cleared", "order-submitted", "order-accepted", "order-filled"];
        Assert.Multiple(() =>
        {
            foreach (var kind in onTheWay)
            {
                var traces = entries.Where(entry => (string)entry["kind"]! == kind).Select(entry => (string?)entry["traceId"]).Distinct();
                Assert.That(traces, Is.EqualTo(new[] { signal }), kind);
            }
        });
    }

    [Test]
    public async Task Positions_are_the_sum_of_the_fills()
    {
        await Books.AreConsistent(Fleet.Desk);
    }

    [TestCase("pairs")]
    [TestCase("signals")]
    [TestCase("proposals")]
    [TestCase("orders")]
    [TestCase("fills")]
    [TestCase("positions")]
    [TestCase("portfolio")]
    [TestCase("journal")]
    [TestCase("verdicts")]
    [TestCase("instruments")]
    [TestCase("kill-switch")]
    [TestCase("replay")]
    public async Task Command_line_reads_the_desk_as_text_and_as_json(string command)
    {
        var text = await Fleet.Command(command);
        var json = await Fleet.Command(command, "--json");
        Assert.Multiple(() =>
        {
            Assert.That(text.ExitCode, Is.Zero, text.ToString());
            Assert.That(json.ExitCode, Is.Zero, json.ToString());
            Assert.That(() => JsonNode.Parse(json.Output), Throws.Nothing);
        });
    }

    private static Task<List<JsonNode>> FilledOrders() =>
        Eventually.Get(() => Fleet.Desk.All("/api/orders?status=filled"), orders => orders.Count > 0, "an order is filled", TwoMinutes);

    private static async Task<List<string>> Kinds(string decision) =>
        [.. (await Fleet.Desk.Get($"/api/decisions/{decision}"))["steps"]!.AsArray().Select(step => (string)step!["kind"]!)];
}
