using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;

namespace Superintel.Approval.Tests.Service;

internal sealed class ApprovalServiceTests
{
    private FakeRisk risk = null!;
    private RunningApproval approval = null!;

    [SetUp]
    public async Task Start()
    {
        risk = await FakeRisk.Start();
        approval = await RunningApproval.Start(risk.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        await approval.DisposeAsync();
        await risk.DisposeAsync();
    }

    [Test]
    public async Task Routes_without_a_token_are_refused()
    {
        foreach (var path in new[] { "/api/proposals", "/api/proposals/p1" })
            Assert.That((await approval.Send(HttpMethod.Get, path, null)).Status, Is.EqualTo(401));
        foreach (var path in new[] { "/api/proposals/p1/approve", "/api/proposals/p1/decline" })
            Assert.That((await approval.Send(HttpMethod.Post, path, null)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Trader_approves_once_and_a_replayed_approval_is_refused()
    {
        await approval.Tell(Signals.Open(confidence: 0.6));
        var first = await Vote("approve", "tom", "trader");
        var replayed = await Vote("approve", "tom", "trader");
        Assert.Multiple(async () =>
        {
            Assert.That((first.Status, first.Body.GetProperty("status").GetString()), Is.EqualTo((200, "approved")));
            Assert.That(first.Body.GetProperty("votes")[0].GetProperty("by").GetString(), Is.EqualTo("tom"));
            Assert.That((replayed.Status, replayed.Body.GetProperty("code").GetString()), Is.EqualTo((409, "proposal-closed")));
            Assert.That(await approval.Outbox(nameof(ProposalApproved)), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Votes_at_the_same_moment_decide_once()
    {
        await approval.Tell(Signals.Open(confidence: 0.6));
        var votes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Vote(i % 2 == 0 ? "approve" : "decline", $"tom{i}", "trader")));
        Assert.Multiple(async () =>
        {
            Assert.That(votes.Count(vote => vote.Status == 200), Is.EqualTo(1));
            Assert.That(votes.Where(vote => vote.Status != 200).Select(vote => vote.Status), Is.All.EqualTo(409));
            var ends = (await approval.Outbox(nameof(ProposalApproved))).Concat(await approval.Outbox(nameof(ProposalDeclined)));
            Assert.That(ends, Has.Exactly(1).Items);
        });
    }

    [Test]
    public async Task Seniors_proposal_needs_two_different_seniors()
    {
        risk.Reply = FakeRisk.Sized(500_000m);
        await approval.Tell(Signals.Open());
        var trader = await Vote("approve", "tom", "trader");
        var first = await Vote("approve", "sue", "senior");
        var again = await Vote("approve", "sue", "senior");
        var second = await Vote("approve", "adm", "admin");
        Assert.Multiple(() =>
        {
            Assert.That((trader.Status, trader.Body.GetProperty("code").GetString()), Is.EqualTo((403, "role-required")));
            Assert.That(first.Body.GetProperty("status").GetString(), Is.EqualTo("pending"));
            Assert.That((again.Status, again.Body.GetProperty("code").GetString()), Is.EqualTo((409, "already-voted")));
            Assert.That(second.Body.GetProperty("status").GetString(), Is.EqualTo("approved"));
        });
    }

    [Test]
    public async Task Viewer_does_not_vote()
    {
        await approval.Tell(Signals.Open(confidence: 0.6));
        Assert.That((await Vote("approve", "vic", "viewer")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Proposal_lapses_when_the_bars_pass_its_time()
    {
        await approval.Tell(Signals.Open(confidence: 0.6));
        await approval.Tell(new BarClosed("sample", "1d", Signals.Bar.AddDays(1), true, []));
        var vote = await Vote("approve", "tom", "trader");
        var listed = await approval.Send(HttpMethod.Get, "/api/proposals?status=lapsed", approval.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That((vote.Status, vote.Body.GetProperty("code").GetString()), Is.EqualTo((409, "proposal-lapsed")));
            Assert.That(listed.Body.GetProperty("items")[0].GetProperty("code").GetString(), Is.EqualTo("lapsed"));
        });
    }

    [TestCase("{\"comment\":5}")]
    [TestCase("{\"note\":\"x\"}")]
    [TestCase("{")]
    public async Task Bad_body_gets_a_code_and_counts_for_nothing(string body)
    {
        await approval.Tell(Signals.Open(confidence: 0.6));
        var reply = await approval.Send(HttpMethod.Post, Path("approve"), approval.Token("tom", "trader"), body);
        var proposal = await approval.Send(HttpMethod.Get, Path(""), approval.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((400, "malformed-json")));
            Assert.That(proposal.Body.GetProperty("status").GetString(), Is.EqualTo("pending"));
        });
    }

    [Test]
    public async Task What_does_not_exist_is_not_found()
    {
        var reply = await approval.Send(HttpMethod.Post, "/api/proposals/p-none/approve", approval.Token("tom", "trader"));
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((404, "proposal-not-found")));
    }

    [TestCase("/api/proposals?status=open", "status-invalid")]
    [TestCase("/api/proposals?limit=0", "limit-out-of-range")]
    [TestCase("/api/proposals?cursor=nonsense", "cursor-invalid")]
    public async Task Bad_question_gets_a_code(string path, string code)
    {
        var reply = await approval.Send(HttpMethod.Get, path, approval.Token("vic", "viewer"));
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Risk_that_stumbles_is_asked_again()
    {
        risk.Failures = 2;
        await approval.Tell(Signals.Open());
        Assert.That((risk.Asked, (await approval.Outbox(nameof(ProposalApproved))).Count), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Risk_that_does_not_answer_is_a_no()
    {
        risk.Failures = int.MaxValue;
        await approval.Tell(Signals.Open());
        Assert.That((risk.Asked, (await approval.Outbox(nameof(ProposalDeclined))).Count), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Reply_that_cannot_be_read_is_a_no()
    {
        risk.Reply = new SizeReply { Notional = "much" };
        await approval.Tell(Signals.Open());
        Assert.That(await approval.Outbox(nameof(ProposalDeclined)), Has.Count.EqualTo(1));
    }

    private static string Path(string verb) => $"/api/proposals/{ProposalId.For(new DecisionId("d1"))}{(verb.Length > 0 ? "/" : "")}{verb}";

    private Task<(int Status, System.Text.Json.JsonElement Body)> Vote(string verb, string user, string role) =>
        approval.Send(HttpMethod.Post, Path(verb), approval.Token(user, role), "{\"comment\":\"because\"}");
}
