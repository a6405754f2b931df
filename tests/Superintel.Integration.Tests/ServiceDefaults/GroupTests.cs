using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>What arrives while the receiver is busy is handled together.</summary>
internal sealed class GroupTests() : FleetFixture(inGroups: true)
{
    [Test]
    public async Task Messages_that_wait_are_handled_in_few_transactions_and_in_order()
    {
        var events = Enumerable.Range(0, 300).Select(index => Sample.Access($"{index:000}")).ToArray();
        var receiver = await WhileBusy(events);
        await Arrived(receiver, events.Length);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(events.Select(one => one.EventId)));
        await using var connection = await receiver.Source.OpenConnectionAsync();
        var transactions = await connection.ExecuteScalarAsync<int>("SELECT count(DISTINCT xmin::text) FROM effect");
        Assert.That(transactions, Is.LessThan(events.Length / 2));
    }

    [Test]
    public async Task Message_that_fails_among_others_alone_is_dead_and_the_others_keep_their_order()
    {
        var events = Enumerable.Range(0, 40).Select(index => Sample.Access($"{index:00}")).ToArray();
        Failures.Failing[events[20].EventId] = int.MaxValue;
        var receiver = await WhileBusy(events);
        await Arrived(receiver, events.Length - 1);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(events.Where((_, index) => index != 20).Select(one => one.EventId)));
        await Eventually.True(async () => await Count(receiver, "dead_message") == 1, "the bad one is dead");
        await using var connection = await receiver.Source.OpenConnectionAsync();
        var dead = await connection.QuerySingleAsync<(string, int)>("SELECT event_id, attempts FROM dead_message");
        Assert.That(dead, Is.EqualTo((events[20].EventId, 4)));
    }

    [Test]
    public async Task Event_that_is_in_a_group_twice_has_one_effect()
    {
        var receiver = await WhileBusy(
            Sample.Access("a"), Sample.Access("b"), Sample.Access("b"), Sample.Access("a"), Sample.Access("c"), Sample.Access("z"));
        await Arrived(receiver, 4);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[]
        {
            "access-recorded/a", "access-recorded/b", "access-recorded/c", "access-recorded/z",
        }));
    }

    /// <summary>A receiver that is kept from handling until the broker has delivered everything.</summary>
    private async Task<RunningService> WhileBusy(params IEvent[] events)
    {
        var receiver = await Receiver();
        var sender = await Sender();
        await receiver.Transactions.RunExclusive(
            async (_, ct) =>
            {
                await sender.Tell(events);
                await Eventually.True(async () => await Count(sender, "outbox") == 0, "all are with the broker");
                var queues = receiver.Services.GetRequiredService<BrokerQueues>();
                await Eventually.True(async () => await queues.Depth("receiver", ct) == 0, "all are delivered");
                return true;
            },
            CancellationToken.None);
        return receiver;
    }
}
