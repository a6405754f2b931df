using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Superintel.Contracts.Events.V1;
using Superintel.Gateway.Live;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

internal sealed class LiveTests : GatewayFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Noon = new(1998, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Without_a_token_or_with_one_in_the_address_the_socket_is_refused()
    {
        var token = await TokenOf("viewer");
        foreach (var (query, protocols) in new[] { (string.Empty, Array.Empty<string>()), (string.Empty, ["superintel.v1"]),
            (string.Empty, ["superintel.v1", "bearer.forged"]), ($"?access_token={token}", ["superintel.v1"]) })
        {
            using var socket = new ClientWebSocket();
            foreach (var protocol in protocols) socket.Options.AddSubProtocol(protocol);
            socket.Options.CollectHttpResponseDetails = true;
            Assert.That(async () => await socket.ConnectAsync(Address(query), CancellationToken.None),
                Throws.InstanceOf<WebSocketException>());
            Assert.That((int)socket.HttpStatusCode, Is.EqualTo(401));
        }
    }

    [Test]
    public async Task A_client_sees_what_the_bus_tells_but_not_who_signs_in()
    {
        using var socket = await Connect(await TokenOf("viewer"));
        Assert.That((await Next(socket)).GetProperty("type").GetString(), Is.EqualTo("hello"));
        await Tell(new AccessRecorded("1", "ada", "login", "from", Noon));
        await Tell(new OrderAccepted("o-1", "d-1", "p-1", "paper", "v-1", Noon));
        await Tell(new BarClosed("sample", "1d", Noon, true, [new ClosedBar("KO.XNYS", 1, 1, 1, 1, null, true)]));
        var order = await Next(socket);
        Assert.Multiple(() =>
        {
            Assert.That(order.GetProperty("type").GetString(), Is.EqualTo("order-accepted"));
            Assert.That(order.GetProperty("channel").GetString(), Is.EqualTo("orders"));
            Assert.That(order.GetProperty("decisionId").GetString(), Is.EqualTo("d-1"));
            Assert.That(order.GetProperty("data").GetProperty("venueOrderId").GetString(), Is.EqualTo("v-1"));
        });
        var bar = await Next(socket);
        Assert.That(bar.GetProperty("data").GetProperty("bars").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_client_gets_only_the_channels_it_chose()
    {
        using var socket = await Connect(await TokenOf("viewer"));
        await Next(socket);
        await Say(socket, "{\"type\":\"subscribe\",\"channels\":[\"bars\"]}");
        Assert.That((await Next(socket)).GetProperty("channels").GetArrayLength(), Is.EqualTo(1));
        await Tell(new OrderAccepted("o-2", "d-2", "p-1", "paper", "v-2", Noon));
        await Tell(new BarClosed("sample", "1d", Noon, true, []));
        Assert.That((await Next(socket)).GetProperty("type").GetString(), Is.EqualTo("bar-closed"));
    }

    [Test]
    public async Task A_client_follows_research_on_a_channel_of_its_own()
    {
        using var socket = await Connect(await TokenOf("viewer"));
        await Next(socket);
        await Say(socket, "{\"type\":\"subscribe\",\"channels\":[\"analytics\"]}");
        await Next(socket);
        await Tell(new AnalyticsJobProgressed("j-1", "screen", "running", 0.25, "ada", null, null, 3, Noon));
        var told = await Next(socket);
        Assert.Multiple(() =>
        {
            Assert.That(told.GetProperty("type").GetString(), Is.EqualTo("analytics-job-progressed"));
            Assert.That(told.GetProperty("channel").GetString(), Is.EqualTo("analytics"));
            Assert.That(told.GetProperty("data").GetProperty("progress").GetDouble(), Is.EqualTo(0.25));
        });
    }

    [TestCase("nonsense")]
    [TestCase("{\"type\":\"subscribe\",\"channels\":[\"secrets\"]}")]
    public async Task A_client_that_says_what_nobody_understands_is_let_go(string text)
    {
        using var socket = await Connect(await TokenOf("viewer"));
        await Next(socket);
        await Say(socket, text);
        var end = await socket.ReceiveAsync(new byte[100], CancellationToken.None);
        Assert.That(socket.CloseStatus, Is.EqualTo(WebSocketCloseStatus.InvalidPayloadData), end.MessageType.ToString());
    }

    [Test]
    public async Task A_client_that_does_not_read_is_dropped_and_the_others_are_served()
    {
        using var slow = await Connect(await TokenOf("viewer"));
        using var quick = await Connect(await TokenOf("viewer"));
        await Next(slow);
        await Next(quick);
        var clients = Gateway.Services.GetRequiredService<LiveClients>();
        var large = new OrderAccepted("o-3", "d-3", "p-1", "paper", new string('x', 60_000), Noon);
        var message = LiveMessage.Of("orders", nameof(OrderAccepted), Encoding.UTF8.GetBytes(EventJson.Write(large)));
        var read = 0;
        for (var sent = 0; sent < 600; sent++)
        {
            clients.Broadcast(message);
            await Next(quick);
            read++;
        }

        Assert.That((read, await Drained(slow)), Is.EqualTo((600, (WebSocketCloseStatus)4008)));
    }

    private static async Task<WebSocketCloseStatus?> Drained(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[1 << 20];
        while (socket.CloseStatus is null) await socket.ReceiveAsync(buffer, patience.Token);
        return socket.CloseStatus;
    }

    private async Task<ClientWebSocket> Connect(string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("superintel.v1");
        socket.Options.AddSubProtocol($"bearer.{token}");
        await socket.ConnectAsync(Address(string.Empty), CancellationToken.None);
        Assert.That(socket.SubProtocol, Is.EqualTo("superintel.v1"));
        return socket;
    }

    private Uri Address(string query) => new UriBuilder(AddressOf(Gateway)) { Scheme = "ws", Path = "/ws/live", Query = query }.Uri;

    // A ping comes whenever it is due.
    private static async Task<JsonElement> Next(ClientWebSocket socket)
    {
        var next = await Receive(socket);
        while (next.GetProperty("type").GetString() == "ping") next = await Receive(socket);
        return next;
    }

    private static async Task<JsonElement> Receive(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            text.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(text.ToArray());
    }

    private static async Task Say(ClientWebSocket socket, string text) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task Tell(Contracts.Events.IEvent happened)
    {
        var factory = new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var exchange = Prefix + EventTypes.Exchange(typeof(Contracts.Events.IEvent));
        var properties = new BasicProperties { Type = happened.GetType().Name };
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var body = Encoding.UTF8.GetBytes(EventJson.Write(happened));
        await Eventually.True(
            async () =>
            {
                try
                {
                    // Mandatory: refused while the gateway's queue is not bound yet.
                    await channel.BasicPublishAsync(exchange, string.Empty, mandatory: true, properties, body);
                    return true;
                }
                catch (RabbitMQ.Client.Exceptions.PublishException)
                {
                    return false;
                }
            },
            "the gateway listens");
    }
}
