using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Service;

/// <summary>What has the turn, what leaves it early, and what does not wait for it.</summary>
public sealed class TurnTests : ServiceFixture
{
    [Test]
    public async Task Work_that_left_its_turn_lets_the_next_in_and_what_it_did_is_stored()
    {
        var seen = await Service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<ITradingControl>().Set(new TradingControl(TradingState.ReduceOnly, 7), ct);
                await scope.GetRequiredService<Turn>().Leave(ct);
                await scope.GetRequiredService<Turn>().Leave(ct);
                return await Service.Transactions.RunExclusive(
                    async (other, inner) => await other.GetRequiredService<ITradingControl>().Get(inner), ct);
            },
            default);
        Assert.That(seen, Is.EqualTo(new TradingControl(TradingState.ReduceOnly, 7)));
    }

    [Test]
    public async Task Halt_that_is_delivered_is_in_force_before_it_gets_its_turn()
    {
        var delivered = await Service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                var delivery = Service.DeliverByGrpc(new TradingStateChanged("halted", false, "fire", "ada", 1, Fakes.Given.Start));
                await Eventually.True(
                    async () => (await scope.GetRequiredService<ITradingControl>().Get(ct)).State == TradingState.Halted, "it is in force");
                Assert.That(delivery.IsCompleted, Is.False, "the turn is held");
                return new[] { delivery };
            },
            default);
        Assert.That(await delivered[0], Is.True);
    }

    [Test]
    public void Exclusive_work_inside_exclusive_work_is_refused_while_the_turn_is_held() => Assert.That(
        () => Service.Transactions.RunExclusive(
            (_, ct) => Service.Transactions.RunExclusive((_, _) => Task.FromResult(true), ct), default),
        Throws.InstanceOf<InvalidOperationException>());
}
