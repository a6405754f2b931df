using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

[TestFixture(false)]
[TestFixture(true)]
internal sealed class InboxTests(bool inGroups) : FleetFixture(inGroups)
{
    [Test]
    public async Task An_event_told_again_has_no_second_effect()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        await sender.Tell(Sample.Access("once"), Sample.Access("once"));
        await sender.Tell(Sample.Access("once"));
        await sender.Tell(Sample.Access("last"));
        await Arrived(receiver, 2);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/once", "access-recorded/last" }));
    }

    [Test]
    public async Task An_event_delivered_by_hand_is_recognised_when_the_bus_brings_it()
    {
        var receiver = await Receiver();
        var delivery = receiver.Services.GetRequiredService<IEventDelivery>();
        Assert.That(await delivery.Deliver(Sample.Access("by-hand"), CancellationToken.None), Is.True);
        Assert.That(await delivery.Deliver(Sample.Access("by-hand"), CancellationToken.None), Is.False);
        var sender = await Sender();
        await sender.Tell(Sample.Access("by-hand"), Sample.Access("last"));
        await Arrived(receiver, 2);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/by-hand", "access-recorded/last" }));
    }

    [Test]
    public async Task A_handler_that_fails_at_first_is_tried_again_in_place()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        var hard = Sample.Access("b-hard");
        Failures.Failing[hard.EventId] = 2;
        await sender.Tell(Sample.Access("a"), hard, Sample.Access("c"));
        await Arrived(receiver, 3);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/a", "access-recorded/b-hard", "access-recorded/c" }));
        Assert.That(Failures.AttemptsOf(hard), Is.EqualTo(3));
    }

    [Test]
    public async Task A_store_that_goes_away_costs_no_message_its_life()
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(Database.ConnectionString);
        await using var cable = Cable.To(settings.Host!, settings.Port);
        settings.Port = cable.Port;
        var receiver = await Receiver(postgres: settings.ConnectionString);
        var sender = await Sender();
        cable.Cut();
        await sender.Tell(Enumerable.Range(0, 10).Select(index => Sample.Access($"{index}")).ToArray());
        await Eventually.True(async () => await Count(sender, "outbox") == 0, "the events are with the broker");
        var answer = await receiver.Send(HttpMethod.Get, "/health/ready", null);
        Assert.That((int)answer.StatusCode, Is.EqualTo(503));
        cable.Mend();
        await Eventually.True(async () => await Count(sender, "receiver.effect") == 10, "all have had their effect",
            TimeSpan.FromSeconds(60));
        Assert.That(await Count(sender, "receiver.dead_message"), Is.Zero);
    }
}
