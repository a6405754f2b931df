using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Service.Adapters.Sizing;
using Superintel.Risk.Sizing;
using Superintel.Risk.Trades;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service;

/// <summary>Events through the real service, one database per test.</summary>
internal sealed class LifeOfADecisionTests
{
    private FakeExecution execution = null!;
    private RunningRisk risk = null!;

    [SetUp]
    public async Task Start()
    {
        execution = await FakeExecution.Start();
        risk = await RunningRisk.Start(execution.Address);
        await risk.Open();
    }

    [TearDown]
    public async Task Stop()
    {
        await risk.DisposeAsync();
        await execution.DisposeAsync();
    }

    [Test]
    public async Task Approved_proposal_becomes_a_clearance_a_position_and_a_value()
    {
        await risk.Tell(ServiceMarket.Proposal("d1"));
        await risk.Tell(ServiceMarket.Fill("d1", 0, 100m));
        await risk.Tell(ServiceMarket.Fill("d1", 1, 100m));
        await risk.Tell(ServiceMarket.End("d1"));
        var verdicts = await risk.Send(HttpMethod.Get, "/api/risk/verdicts", risk.Token("vic", "viewer"));
        var positions = await risk.Send(HttpMethod.Get, "/api/positions?limit=1", risk.Token("vic", "viewer"));
        var rest = await risk.Send(
            HttpMethod.Get, $"/api/positions?cursor={positions.Body.GetProperty("next").GetString()}", risk.Token("vic", "viewer"));
        var portfolio = await risk.Send(HttpMethod.Get, "/api/portfolio", risk.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That(verdicts.Body.GetProperty("items")[0].GetProperty("verdict").GetString(), Is.EqualTo("cleared"));
            Assert.That(verdicts.Body.GetProperty("items")[0].GetProperty("measures").GetArrayLength(), Is.GreaterThan(8));
            Assert.That(positions.Body.GetProperty("items")[0].GetProperty("quantity").GetDecimal(), Is.EqualTo(100m));
            Assert.That(rest.Body.GetProperty("items")[0].GetProperty("quantity").GetDecimal(), Is.EqualTo(-100m));
            Assert.That(rest.Body.GetProperty("next").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(portfolio.Body.GetProperty("netAssetValue").GetDecimal(), Is.EqualTo(999_998m));
            Assert.That(portfolio.Body.GetProperty("commissions").GetDecimal(), Is.EqualTo(2m));
            Assert.That(portfolio.Body.GetProperty("cvar95").GetDouble(), Is.GreaterThan(0));
        });
    }

    [Test]
    public async Task Everything_told_twice_has_its_effect_once()
    {
        IEvent[] life =
            [ServiceMarket.Proposal("d1"), ServiceMarket.Fill("d1", 0, 100m), ServiceMarket.Fill("d1", 1, 100m), ServiceMarket.End("d1")];
        foreach (var happened in life)
        {
            Assert.That(await risk.Tell(happened), Is.True);
            Assert.That(await risk.Tell(happened), Is.False);
        }
        var positions = await risk.Send(HttpMethod.Get, "/api/positions", risk.Token("vic", "viewer"));
        Assert.That(
            positions.Body.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("quantity").GetDecimal()),
            Is.EqualTo(new[] { 100m, -100m }));
    }

    [Test]
    public async Task Vetoed_proposal_shows_its_reasons()
    {
        await risk.Tell(ServiceMarket.Proposal("d1", quantity: 5000));
        var verdicts = await risk.Send(HttpMethod.Get, "/api/risk/verdicts", risk.Token("vic", "viewer"));
        var verdict = verdicts.Body.GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(verdict.GetProperty("verdict").GetString(), Is.EqualTo("vetoed"));
            Assert.That(verdict.GetProperty("reasons")[0].GetProperty("code").GetString(), Is.EqualTo("asset-limit"));
            Assert.That(verdict.GetProperty("reasons")[0].GetProperty("limit").GetDouble(), Is.EqualTo(0.05));
        });
    }

    [Test]
    public async Task Kill_switch_reaches_execution_at_once_and_the_bus_too()
    {
        await risk.Tell(ServiceMarket.Proposal("d1"));
        await risk.Tell(ServiceMarket.Fill("d1", 0, 100m));
        await risk.Tell(ServiceMarket.Fill("d1", 1, 100m));
        await risk.Tell(ServiceMarket.End("d1"));
        var body = new { state = "halted", flatten = true, reason = "fire drill" };
        var moved = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), body);
        Assert.Multiple(() =>
        {
            Assert.That(moved.Status, Is.EqualTo(200));
            Assert.That(moved.Body.GetProperty("delivered").GetBoolean(), Is.True);
            Assert.That(moved.Body.GetProperty("state").GetString(), Is.EqualTo("reduce-only"));
            Assert.That(moved.Body.GetProperty("target").GetString(), Is.EqualTo("halted"));
            Assert.That(execution.Told[0], Is.InstanceOf<TradingStateChanged>());
            Assert.That(((OrderCleared)execution.Told[1]).Legs.Select(leg => leg.Side), Is.EqualTo(new[] { "sell", "buy" }));
        });
        await Eventually.True(async () => (await risk.Outbox()).Count == 0, "the bus has it too");
    }

    [Test]
    public async Task Only_a_senior_sets_trading_free_again()
    {
        var stop = new { state = "halted", reason = "stop" };
        var free = new { state = "active", reason = "go on" };
        await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), stop);
        var trader = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), free);
        var senior = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("sue", "senior"), free);
        Assert.Multiple(() =>
        {
            Assert.That((trader.Status, trader.Body.GetProperty("code").GetString()), Is.EqualTo((403, "role-required")));
            Assert.That((senior.Status, senior.Body.GetProperty("state").GetString()), Is.EqualTo((200, "active")));
        });
    }

    [Test]
    public async Task Sizing_waits_for_the_bar_that_the_asker_has_seen()
    {
        var sizing = risk.Services.GetRequiredService<PatientSizing>();
        var tomorrow = new SizeRequest(
            "d1", Desk.Pair, TradeIntent.Open, 0.8, 0.7, 1, 0.01, -2.2, 12, 0m, 0m, ServiceMarket.Now.AddDays(1), []);
        var asked = sizing.Size(tomorrow, CancellationToken.None);
        await risk.Close(ServiceMarket.Days + 1);
        Assert.That((await asked).Legs.Select(leg => leg.Side), Is.EqualTo(new[] { Side.Buy, Side.Sell }));
    }
}
