using Dapper;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

[TestFixture(false)]
[TestFixture(true)]
internal sealed class OutboxTests(bool inGroups) : FleetFixture(inGroups)
{
    [Test]
    public async Task Events_of_a_committed_transaction_arrive_and_of_a_rolled_back_one_none()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        var rolledBack = sender.Transactions.Run(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<IEvents>().Publish(Sample.Access("lost"), ct);
                throw new InvalidDataException("after publishing");
            },
            CancellationToken.None);
        Assert.That(async () => await rolledBack, Throws.InstanceOf<InvalidDataException>());
        await sender.Tell(Sample.Access("kept"));
        await Arrived(receiver, 1);
        await Eventually.True(async () => await Count(sender, "outbox") == 0, "the outbox is empty");
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/kept" }));
    }

    [Test]
    public async Task Events_keep_their_order_across_transactions()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        var expected = new List<string>();
        for (var batch = 0; batch < 20; batch++)
        {
            var events = Enumerable.Range(0, 50).Select(index => Sample.Access($"{batch:00}-{index:00}")).ToArray();
            expected.AddRange(events.Select(one => one.EventId));
            await sender.Tell(events);
        }

        var started = TimeProvider.System.GetTimestamp();
        await Arrived(receiver, expected.Count, TimeSpan.FromSeconds(60));
        await TestContext.Out.WriteLineAsync(
            $"the last of 1000 events {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s after the last commit");
        Assert.That(await EffectsOf(receiver), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_cut_wire_to_the_broker_loses_nothing_and_keeps_the_order()
    {
        var broker = new Uri(TestServers.RabbitMq);
        await using var cable = Cable.To(broker.Host, broker.Port);
        var through = new UriBuilder(broker) { Port = cable.Port }.Uri.ToString();
        var receiver = await Receiver(through);
        var sender = await Sender(through);
        await sender.Tell(Sample.Access("before"));
        await Arrived(receiver, 1);
        // It arrives before its sender knows that it did, and leaves the outbox only then.
        await Eventually.True(async () => await Count(sender, "outbox") == 0, "the outbox is empty");
        cable.Cut();
        for (var index = 0; index < 20; index++) await sender.Tell(Sample.Access($"during-{index:00}"));
        Assert.That(await Count(sender, "outbox"), Is.EqualTo(20));
        cable.Mend();
        await sender.Tell(Sample.Access("z-after"));
        await Arrived(receiver, 22, TimeSpan.FromSeconds(60));
        var effects = await EffectsOf(receiver);
        Assert.That(effects, Has.Count.EqualTo(22));
        Assert.That(effects, Is.Ordered.Using<string>(StringComparer.Ordinal));
        await Eventually.True(async () => await Count(sender, "outbox") == 0, "the outbox is empty");
    }

    [Test]
    public async Task A_sender_that_starts_again_publishes_what_it_left_behind()
    {
        var receiver = await Receiver();
        var sender = await Sender(null, ("Messaging:AwaitQueues:0", "nobody"));
        await sender.Tell(Sample.Access("left-behind"));
        await Stop(sender);
        await Sender();
        await Arrived(receiver, 1);
    }

    [Test]
    public async Task A_sender_told_to_await_a_queue_publishes_nothing_before_it_stands()
    {
        var sender = await Sender(null, ("Messaging:AwaitQueues:0", "receiver"));
        await sender.Tell(Sample.Access("early"));
        Assert.That(await Count(sender, "outbox"), Is.EqualTo(1));
        var receiver = await Receiver();
        await Arrived(receiver, 1);
    }

    [Test]
    public async Task A_queue_that_stands_and_is_not_bound_yet_is_awaited_too()
    {
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            $"{Prefix}receiver", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-single-active-consumer"] = true });
        var sender = await Sender(null, ("Messaging:AwaitQueues:0", "receiver"));
        await sender.Tell(Sample.Access("early"));
        var receiver = await Receiver();
        await Arrived(receiver, 1);
    }

    [Test]
    public async Task A_commit_that_writes_nothing_opens_no_connection()
    {
        var sender = await Sender();
        await using var session = new DbSession(sender.Source);
        await session.Commit(CancellationToken.None);
        Assert.That(() => session.Transaction, Throws.InvalidOperationException);
    }

    [Test]
    public async Task A_message_carries_its_id_its_type_and_plain_json()
    {
        var sender = await Sender();
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var exchange = $"{Prefix}superintel.v1.bar-closed";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, string.Empty);
        await sender.Tell(Sample.Bar(Sample.Noon));
        var message = await Eventually.Get(() => channel.BasicGetAsync(queue, true), got => got is not null, "the message is in the queue");
        var body = System.Text.Encoding.UTF8.GetString(message!.Body.Span);
        Assert.Multiple(() =>
        {
            Assert.That(message.BasicProperties.Type, Is.EqualTo("BarClosed"));
            Assert.That(message.BasicProperties.MessageId, Is.EqualTo("bar-closed/sample/1d/1998-03-04T12:00:00.0000000Z"));
            Assert.That(message.BasicProperties.DeliveryMode, Is.EqualTo(DeliveryModes.Persistent));
            Assert.That(body, Does.StartWith("{\"feed\":\"sample\",\"interval\":\"1d\"").And.Contain("\"close\":1.9990"));
        });
    }
}
