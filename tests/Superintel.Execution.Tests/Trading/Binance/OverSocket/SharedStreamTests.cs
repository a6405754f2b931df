using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Execution.Tests.Trading.Binance.OverSocket;

/// <summary>Our texts and the platform's own frames on one connection.</summary>
public sealed class SharedStreamTests
{
    private static readonly byte[] Text = "an order"u8.ToArray();

    [Test]
    public async Task Frame_begins_when_the_one_before_has_ended()
    {
        var wire = new HeldStream();
        var stream = new SharedStream(wire);
        var text = stream.Send(Text, () => true, CancellationToken.None).AsTask();
        var pong = stream.WriteAsync(new byte[] { 0x8A, 0x80, 0, 0, 0, 0 }).AsTask();
        Assert.That((wire.Begun, pong.IsCompleted), Is.EqualTo((1, false)));
        wire.Go();
        await Task.WhenAll(text, pong);

        Assert.That((wire.Begun, wire.MostAtOnce, text.Result), Is.EqualTo((2, 1, true)));
    }

    [Test]
    public async Task Text_whose_connection_ends_while_it_waits_does_not_leave()
    {
        var (wire, stands) = (new HeldStream(), true);
        var stream = new SharedStream(wire);
        var before = stream.WriteAsync(new byte[6]).AsTask();
        var text = stream.Send(Text, () => Volatile.Read(ref stands), CancellationToken.None).AsTask();
        Volatile.Write(ref stands, false);
        wire.Go();
        await before;

        Assert.That((await text, wire.Begun), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Texts_and_answers_to_pings_both_arrive_whole()
    {
        const int texts = 400;
        var (heard, last) = (new List<string>(), new TaskCompletionSource());
        await using var server = await PingingServer(async socket =>
        {
            var buffer = new byte[4_096];
            while (heard.Count < texts)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                heard.Add(System.Text.Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
            last.SetResult();
        });
        var root = new Uri(server.Urls.First());
        await using var socket = await StreamSocket.Connect(
            new Uri($"ws://127.0.0.1:{root.Port}/"), null, TimeSpan.FromSeconds(60), CancellationToken.None);
        for (var n = 0; n < texts; n++)
        {
            await socket.Send($"{n}-{new string('x', n)}", CancellationToken.None);
            await Task.Yield();
        }
        await last.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.That(heard, Is.EqualTo(Enumerable.Range(0, texts).Select(n => $"{n}-{new string('x', n)}")));
    }

    private static async Task<WebApplication> PingingServer(Func<WebSocket, Task> serve)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(async context =>
        {
            var often = new WebSocketAcceptContext
            {
                KeepAliveInterval = TimeSpan.FromMilliseconds(1), KeepAliveTimeout = TimeSpan.FromSeconds(60),
            };
            using var socket = await context.WebSockets.AcceptWebSocketAsync(often);
            await serve(socket);
        });
        await app.StartAsync();
        return app;
    }
}
