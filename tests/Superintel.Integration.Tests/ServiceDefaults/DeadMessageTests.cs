using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

[TestFixture(false)]
[TestFixture(true)]
internal sealed class DeadMessageTests(bool inGroups) : FleetFixture(inGroups)
{
    [Test]
    public async Task A_poison_message_is_set_aside_the_next_ones_go_on_and_it_can_be_replayed()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        var poison = Sample.Access("poison");
        Failures.Failing[poison.EventId] = int.MaxValue;
        await sender.Tell(poison, Sample.Access("next"));
        await Arrived(receiver, 1);
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/next" }));
        var dead = (await List(receiver)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(dead.GetProperty("code").GetString(), Is.EqualTo("handler-failed"));
            Assert.That(dead.GetProperty("eventId").GetString(), Is.EqualTo(poison.EventId));
            Assert.That(dead.GetProperty("type").GetString(), Is.EqualTo("AccessRecorded"));
            Assert.That(dead.GetProperty("attempts").GetInt32(), Is.EqualTo(4));
            Assert.That(dead.GetProperty("error").GetString(), Does.Contain("told to fail"));
        });

        var id = dead.GetProperty("id").GetInt64();
        var refused = await Post(receiver, id, "replay", Roles.Senior);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("replay-failed"));
        Failures.Failing.Clear();
        var applied = await Post(receiver, id, "replay", Roles.Senior);
        Assert.That(await applied.Content.ReadAsStringAsync(), Does.Contain("\"outcome\":\"applied\""));
        Assert.That(await EffectsOf(receiver), Is.EqualTo(new[] { "access-recorded/next", "access-recorded/poison" }));
        Assert.That(await List(receiver), Is.Empty);
        Assert.That((await Post(receiver, id, "replay", Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_cannot_be_read_and_what_nobody_knows_is_kept_with_its_body()
    {
        var receiver = await Receiver();
        var sender = await Sender();
        await Inject("superintel.v1.access-recorded", "urn:message:Superintel.Contracts.Events.V1:AccessRecorded", "AccessRecorded",
            "{\"accessId\":\"half");
        await Dead(receiver, 1);
        await Inject("superintel.v1.access-recorded", "urn:message:Superintel.Contracts.Events.V1:AccessRecorded", "AccessRecorded",
            "{\"accessId\":\"no-more\"}");
        await Dead(receiver, 2);
        await Inject("superintel.v1.access-recorded", "urn:message:Elsewhere:Unheard", "Unheard", "{}");
        await sender.Tell(Sample.Access("good"));
        await Arrived(receiver, 1);
        await Dead(receiver, 3);
        var dead = await List(receiver);
        Assert.That(
            dead.Select(one => one.GetProperty("code").GetString()),
            Is.EqualTo(new[] { "message-unknown", "message-undeserialisable", "message-undeserialisable" }));
        var id = dead[2].GetProperty("id").GetInt64();
        var shown = await receiver.Send(HttpMethod.Get, $"/api/messages/dead/{id}", receiver.TokenOf(Roles.Viewer));
        var body = await shown.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(body.GetProperty("body").GetString(), Is.EqualTo("{\"accessId\":\"half"));
        Assert.That((await Post(receiver, id, "replay", Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await Post(receiver, id, "discard", Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await List(receiver), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Only_a_senior_may_replay_or_discard()
    {
        var receiver = await Receiver();
        Assert.That((await Post(receiver, 1, "replay", Roles.Trader)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Post(receiver, 1, "discard", Roles.Service)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Post(receiver, 1, "discard", Roles.Admin)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static Task<HttpResponseMessage> Post(RunningService service, long id, string action, string role) =>
        service.Send(HttpMethod.Post, $"/api/messages/dead/{id}/{action}", service.TokenOf(role));

    private static async Task<IReadOnlyList<JsonElement>> List(RunningService service)
    {
        var answer = await service.Send(HttpMethod.Get, "/api/messages/dead", service.TokenOf(Roles.Viewer));
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    // Those that nobody can read do not wait for one another.
    private static Task Dead(RunningService service, int count) => Eventually.True(
        async () => (await List(service)).Count == count, $"{count} messages are dead");

    private async Task Inject(string exchange, string messageType, string type, string body)
    {
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            Type = type,
            Headers = new Dictionary<string, object?> { ["MT-MessageType"] = messageType },
        };
        await channel.BasicPublishAsync(Prefix + exchange, string.Empty, mandatory: true, properties, Encoding.UTF8.GetBytes(body));
    }
}
