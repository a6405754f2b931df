using Grpc.Net.Client;
using Google.Protobuf.WellKnownTypes;
using Superintel.Contracts.Grpc.RiskV1;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Risk.Tests.Service;

/// <summary>The service as a caller sees it.</summary>
internal sealed class RiskServiceTests
{
    private FakeExecution execution = null!;
    private RunningRisk risk = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        execution = await FakeExecution.Start();
        risk = await RunningRisk.Start(execution.Address);
        await risk.Open();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await risk.DisposeAsync();
        await execution.DisposeAsync();
    }

    [TestCase("GET", "/api/risk/limits")]
    [TestCase("GET", "/api/risk/verdicts")]
    [TestCase("GET", "/api/risk/kill-switch")]
    [TestCase("POST", "/api/risk/kill-switch")]
    [TestCase("PUT", "/api/risk/limits/cvar-95")]
    [TestCase("GET", "/api/positions")]
    [TestCase("GET", "/api/portfolio")]
    public async Task Route_without_a_token_is_refused(string method, string path) =>
        Assert.That((await risk.Send(new HttpMethod(method), path, null)).Status, Is.EqualTo(401));

    [Test]
    public async Task Limit_is_changed_by_a_senior_and_not_by_a_trader()
    {
        var body = new { value = 0.025, reason = "calm" };
        var refused = await risk.Send(HttpMethod.Put, "/api/risk/limits/cvar-95", risk.Token("tom", "trader"), body);
        var changed = await risk.Send(HttpMethod.Put, "/api/risk/limits/cvar-95", risk.Token("sue", "senior"), body);
        var limits = await risk.Send(HttpMethod.Get, "/api/risk/limits", risk.Token("vic", "viewer"));
        var listed = limits.Body.GetProperty("limits").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "cvar-95");
        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(403));
            Assert.That(changed.Status, Is.EqualTo(200));
            Assert.That(listed.GetProperty("value").GetDouble(), Is.EqualTo(0.025));
            Assert.That(listed.GetProperty("changedBy").GetString(), Is.EqualTo("sue"));
        });
    }

    [TestCase("no-such-limit", "{\"value\":1,\"reason\":\"x\"}", 404, "limit-not-found")]
    [TestCase("leverage", "{\"value\":1000,\"reason\":\"x\"}", 400, "limit-out-of-range")]
    [TestCase("leverage", "{\"value\":2,\"reason\":\"\"}", 400, "reason-required")]
    [TestCase("leverage", "{\"value\":\"two\",\"reason\":\"x\"}", 400, "malformed-json")]
    [TestCase("leverage", "{\"value\":2,\"reason\":\"x\",\"force\":true}", 400, "malformed-json")]
    [TestCase("leverage", "{\"value\":2", 400, "malformed-json")]
    [TestCase("leverage", "{\"value\":NaN,\"reason\":\"x\"}", 400, "malformed-json")]
    public async Task Bad_change_of_a_limit_gets_a_code_and_stores_nothing(string limit, string body, int status, string code)
    {
        var reply = await risk.Send(HttpMethod.Put, $"/api/risk/limits/{limit}", risk.Token("sue", "senior"), body);
        var limits = await risk.Send(HttpMethod.Get, "/api/risk/limits", risk.Token("vic", "viewer"));
        var leverage = limits.Body.GetProperty("limits").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "leverage");
        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(status));
            Assert.That(reply.Body.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(leverage.GetProperty("version").GetInt64(), Is.Zero);
        });
    }

    [Test]
    public async Task Kill_switch_state_that_does_not_exist_is_refused()
    {
        var body = new { state = "paused", reason = "x" };
        var reply = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), body);
        Assert.That((reply.Status, reply.Body.GetProperty("code").GetString()), Is.EqualTo((400, "malformed-json")));
    }

    [Test]
    public async Task Portfolio_before_any_fill_is_the_capital()
    {
        var reply = await risk.Send(HttpMethod.Get, "/api/portfolio", risk.Token("vic", "viewer"));
        Assert.That(reply.Body.GetProperty("netAssetValue").GetDecimal(), Is.EqualTo(1_000_000m));
    }

    [Test]
    public async Task Sizing_answers_a_service_with_decimals_to_the_last_digit()
    {
        using var channel = GrpcChannel.ForAddress(risk.Grpc);
        var headers = new Grpc.Core.Metadata { { "authorization", $"Bearer {risk.Token("approval", "service")}" } };
        var reply = await new RiskSizing.SizingClient(channel).SizeAsync(Ask(), headers);
        Assert.Multiple(() =>
        {
            Assert.That(reply.RefusalCode, Is.Empty);
            Assert.That(reply.Legs, Has.Count.EqualTo(2));
            Assert.That(decimal.Parse(reply.Legs[0].ReferencePrice), Is.EqualTo(Market.Price("AAA", ServiceMarket.Days)));
            Assert.That(decimal.Parse(reply.Notional), Is.EqualTo(98_000m).Within(100m));
        });
    }

    [TestCase("trader")]
    [TestCase(null)]
    public async Task Sizing_answers_nobody_but_services(string? role)
    {
        using var channel = GrpcChannel.ForAddress(risk.Grpc);
        var headers = new Grpc.Core.Metadata();
        if (role is not null) headers.Add("authorization", $"Bearer {risk.Token("tom", role)}");
        var call = await Assert.ThrowsAsync<Grpc.Core.RpcException>(
            async () => await new RiskSizing.SizingClient(channel).SizeAsync(Ask(), headers));
        Assert.That(
            call!.StatusCode, Is.AnyOf(Grpc.Core.StatusCode.Unauthenticated, Grpc.Core.StatusCode.PermissionDenied));
    }

    private static SizeRequest Ask() => new()
    {
        DecisionId = "d1",
        PairId = Desk.Pair,
        Intent = "open",
        Direction = 0.8,
        Confidence = 0.7,
        HedgeRatio = 1,
        SpreadVolatility = 0.01,
        ZScore = -2.2,
        HalfLifeBars = 12,
        PriceA = "50",
        PriceB = "40",
        SignalAt = Timestamp.FromDateTimeOffset(ServiceMarket.Now),
    };
}
