using System.Globalization;
using System.Text;
using System.Text.Json;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Time;

namespace Superintel.Venue.Binance.Spot;

/// <summary>
/// The spot user data stream over the WebSocket API: userDataStream.subscribe.signature, which takes any kind of key. The listen keys of
/// old were removed on 2026-02-20.
/// </summary>
public sealed class UserStream(Uri webSocketApi, Credentials credentials, ServerClock time, TimeSpan patience)
{
    private const string SubscriptionId = "1";
    private int probes = 1;

    public StreamSource Source => new(webSocketApi, Begin, Probe);

    private string Probe() => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":{{Interlocked.Increment(ref probes)}},"method":"ping"}""");

    private async Task<StreamItem.Down?> Begin(StreamSocket socket, CancellationToken ct)
    {
        await socket.Send(Request(), ct);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(patience);
        while (await socket.Received.WaitToReadAsync(deadline.Token))
        {
            while (socket.Received.TryRead(out var frame))
            {
                var answer = WebSocketApiParser.Parse(frame);
                if (answer is not { IsValid: true } || answer.Value.Id != SubscriptionId) continue;
                if (answer.Value is { Status: 200, Error: null }) return null;
                var (code, text) = answer.Value.Error is { } error ? (error.Code, error.Text) : (0, $"status {answer.Value.Status}");
                return new StreamItem.Down("subscription-refused", credentials.Redaction.Clean($"{code} {text}"));
            }
        }
        return new StreamItem.Down("connection-lost", "It ended before the subscription was answered.");
    }

    private string Request()
    {
        var parameters = new RequestParameters().Add("apiKey", credentials.Signer.ApiKey).Add("timestamp", time.NowMs);
        var signature = credentials.Signer.Sign(Encoding.UTF8.GetBytes(parameters.SortedPayload()));
        var timestamp = parameters.Items.Single(item => item.Key == "timestamp").Value;
        var names = $"\"apiKey\":{Quoted(credentials.Signer.ApiKey)},\"timestamp\":{timestamp},\"signature\":{Quoted(signature)}";
        return "{\"id\":" + SubscriptionId + ",\"method\":\"userDataStream.subscribe.signature\",\"params\":{" + names + "}}";
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
