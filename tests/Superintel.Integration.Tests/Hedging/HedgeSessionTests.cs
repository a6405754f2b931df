using System.Text.Json;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.Hedging;

/// <summary>From advice to a hedge that is held, and to its end, through the running services.</summary>
internal sealed class HedgeSessionTests
{
    private static readonly string[] life =
    [
        "proposal-created", "proposal-approved", "order-cleared", "order-submitted", "order-accepted", "order-filled", "position-changed",
        "order-closed", "pair-order-closed",
    ];

    private RunningDesk desk = null!;

    [SetUp]
    public async Task Start() => desk = await RunningDesk.Start();

    [TearDown]
    public async Task Stop() => await desk.DisposeAsync();

    [Test]
    public async Task Advice_becomes_a_proposal_an_order_a_position_and_ends_again()
    {
        var advice = await Advice();
        var opened = await Propose(advice);
        Assert.That((opened.Status, Text(opened.Body, "status"), Text(opened.Body, "tier")), Is.EqualTo((201, "pending", "trader")));
        await Approve(opened.Body);
        await Filled(opened.Body, HedgeMarket.Days + 1);
        var held = (await Positions()).Single();
        Assert.That(held.GetProperty("quantity").GetDecimal(), Is.LessThan(0m), "sold against the book");
        var story = await Story(opened.Body);
        Assert.Multiple(() =>
        {
            Assert.That(Kinds(story), Is.EquivalentTo(life));
            var first = story.GetProperty("steps").EnumerateArray().First();
            Assert.That(Text(first, "title"), Is.EqualTo("Hedge proposed by tess for tier trader"));
            Assert.That(Text(first, "detail"), Does.Contain(Text(advice.Hedge, "adviceId")).And.Contain("relief-per-cost"));
        });
        var calmer = await Advice();
        Assert.That(calmer.Cvar, Is.LessThan(advice.Cvar), "the tail is shorter");
        var ended = await desk.Post(
            "approval", "/api/proposals/hedges/close", "tess", "trader", new { instrumentId = HedgeMarket.Fund, comment = "calm again" });
        Assert.That((ended.Status, Text(ended.Body, "tier"), Text(ended.Body, "intent")), Is.EqualTo((201, "trader", "close")));
        await Approve(ended.Body);
        await Filled(ended.Body, HedgeMarket.Days + 2);
        Assert.That(await Positions(), Is.Empty);
        Assert.That(Kinds(await Story(ended.Body)), Is.EquivalentTo(life));
    }

    [Test]
    public async Task Who_may_not_and_what_is_no_longer_so_is_refused()
    {
        var advice = await Advice();
        var viewer = await Propose(advice, "vic", "viewer");
        await desk.Tell(HedgeMarket.Fill("d8", 0, "buy", 10m), "risk");
        var outdated = await Propose(advice);
        var fresh = await Advice();
        await desk.Bar(HedgeMarket.Days + 1);
        var lapsed = await Propose(fresh);
        Assert.Multiple(() =>
        {
            Assert.That(viewer.Status, Is.EqualTo(403));
            Assert.That((outdated.Status, Text(outdated.Body, "code")), Is.EqualTo((409, "advice-outdated")));
            Assert.That((lapsed.Status, Text(lapsed.Body, "code")), Is.EqualTo((409, "advice-lapsed")));
        });
    }

    [Test]
    public async Task Kill_switch_vetoes_a_hedge_that_was_approved()
    {
        var proposal = await Propose(await Advice());
        await desk.Post("risk", "/api/risk/kill-switch", "tom", "trader", new { state = "reduce-only", reason = "storm" });
        await Approve(proposal.Body);
        Assert.That(await Vetoes(proposal.Body), Is.EqualTo(new[] { "reduce-only" }));
    }

    [Test]
    public async Task Restricted_list_vetoes_a_hedge_that_was_approved()
    {
        var proposal = await Propose(await Advice());
        var listed = await desk.Send(
            "risk", HttpMethod.Put, $"/api/risk/restricted/{HedgeMarket.Fund}", "sue", "senior",
            new { restricted = true, reason = "news" });
        Assert.That(listed.Status, Is.EqualTo(200));
        await Approve(proposal.Body);
        Assert.That(await Vetoes(proposal.Body), Is.EqualTo(new[] { "restricted" }));
    }

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString() ?? "";

    private static IEnumerable<string> Kinds(JsonElement story) =>
        story.GetProperty("steps").EnumerateArray().Select(step => Text(step, "kind"));

    private async Task<(JsonElement Hedge, string At, double Cvar)> Advice()
    {
        var (status, body) = await desk.Get("risk", $"/api/risk/hedges?instruments={HedgeMarket.Fund}");
        Assert.That(status, Is.EqualTo(200));
        var best = body.GetProperty("hedges").EnumerateArray().FirstOrDefault();
        return (best, Text(body, "advisedAt"), body.GetProperty("cvar95").GetDouble());
    }

    private Task<(int Status, JsonElement Body)> Propose(
        (JsonElement Hedge, string At, double Cvar) advice, string user = "tess", string role = "trader") => desk.Post(
            "approval",
            "/api/proposals/hedges",
            user,
            role,
            new { instrumentId = HedgeMarket.Fund, adviceId = Text(advice.Hedge, "adviceId"), advisedAt = advice.At, comment = "rates" });

    private async Task Approve(JsonElement proposal)
    {
        var path = $"/api/proposals/{Text(proposal, "proposalId")}/approve";
        var own = await desk.Post("approval", path, "tess", "trader", new { });
        Assert.That((own.Status, Text(own.Body, "code")), Is.EqualTo((403, "own-proposal")));
        var other = await desk.Post("approval", path, "tim", "trader", new { });
        Assert.That((other.Status, Text(other.Body, "status")), Is.EqualTo((200, "approved")));
    }

    private async Task Filled(JsonElement proposal, int day)
    {
        var decision = Text(proposal, "decisionId");
        await Eventually.Get(
            () => desk.Get("execution", $"/api/orders?decisionId={decision}"),
            reply => reply.Body.GetProperty("items").EnumerateArray().Any(order => Text(order, "status") is "accepted"),
            "execution works the hedge");
        await desk.Bar(day);
        await Eventually.Get(
            () => desk.Get("journal", $"/api/decisions/{decision}"),
            reply => reply.Status == 200 && reply.Body.GetProperty("complete").GetBoolean() && Kinds(reply.Body).Count() >= life.Length,
            "the journal has it to its end");
    }

    private async Task<JsonElement> Story(JsonElement proposal) =>
        (await desk.Get("journal", $"/api/decisions/{Text(proposal, "decisionId")}")).Body;

    private async Task<JsonElement[]> Positions() =>
    [
        .. (await desk.Get("risk", "/api/positions")).Body.GetProperty("items").EnumerateArray()
            .Where(one => Text(one, "pairId") == $"hedge~{HedgeMarket.Fund}"),
    ];

    private async Task<string[]> Vetoes(JsonElement proposal)
    {
        var path = $"/api/decisions/{Text(proposal, "decisionId")}";
        var told = await Eventually.Get(
            () => desk.Get("journal", path),
            reply => reply.Status == 200 && Kinds(reply.Body).Contains("order-vetoed"),
            "the journal has the veto");
        var veto = told.Body.GetProperty("steps").EnumerateArray().Single(step => Text(step, "kind") == "order-vetoed");
        return [.. veto.GetProperty("payload").GetProperty("reasons").EnumerateArray().Select(reason => Text(reason, "code"))];
    }
}
