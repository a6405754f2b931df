using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Tests.Service;

/// <summary>The broker is not there at all: nothing listens where it should.</summary>
internal sealed class KillSwitchWithoutBusTests
{
    [Test]
    public async Task Kill_switch_with_the_bus_down_still_reaches_execution()
    {
        await using var execution = await FakeExecution.Start();
        await using var risk = await RunningRisk.Start(execution.Address, "amqp://nobody:nothing@127.0.0.1:1/");
        var body = new { state = "halted", reason = "the bus is gone" };
        var moved = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), body);
        var outbox = await risk.Outbox();
        Assert.Multiple(() =>
        {
            Assert.That(moved.Status, Is.EqualTo(200));
            Assert.That(moved.Body.GetProperty("delivered").GetBoolean(), Is.True);
            Assert.That(execution.Told.OfType<TradingStateChanged>().Select(told => told.State), Is.EqualTo(new[] { "halted" }));
            Assert.That(outbox, Is.EqualTo(new[] { "trading-state-changed/1" }), "the bus will bring it again");
        });
    }

    [Test]
    public async Task Kill_switch_that_execution_does_not_hear_is_stored_and_says_so()
    {
        await using var risk = await RunningRisk.Start("http://127.0.0.1:1", "amqp://nobody:nothing@127.0.0.1:1/");
        var body = new { state = "reduce-only", reason = "nobody hears" };
        var moved = await risk.Send(HttpMethod.Post, "/api/risk/kill-switch", risk.Token("tom", "trader"), body);
        var stored = await risk.Send(HttpMethod.Get, "/api/risk/kill-switch", risk.Token("vic", "viewer"));
        Assert.Multiple(() =>
        {
            Assert.That(moved.Body.GetProperty("delivered").GetBoolean(), Is.False);
            Assert.That(stored.Body.GetProperty("state").GetString(), Is.EqualTo("reduce-only"));
            Assert.That(stored.Body.GetProperty("by").GetString(), Is.EqualTo("tom"));
        });
    }
}
