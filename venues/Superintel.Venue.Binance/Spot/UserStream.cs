using System.Globalization;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Time;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Venue.Binance.Spot;

/// <summary>
/// The spot user data stream over the WebSocket API: userDataStream.subscribe.signature, which takes any kind of key. The listen keys of
/// old were removed on 2026-02-20.
/// </summary>
public sealed class UserStream(Uri webSocketApi, Credentials credentials, ServerClock time, TimeSpan patience)
{
    private int probes = 1;

    public StreamSource Source => new(webSocketApi, Begin, Probe);

    private string Probe() => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":{{Interlocked.Increment(ref probes)}},"method":"ping"}""");

    private async Task<StreamItem.Down?> Begin(StreamSocket socket, CancellationToken ct)
    {
        var stamp = new RequestStamp(credentials.Signer, TransportOptions.Spot.ReceiveWindow, time.NowMs);
        var request = new ApiRequest();
        var text = request.Of(FirstAnswer.Id, "userDataStream.subscribe.signature"u8, in stamp);
        return await FirstAnswer.To(socket, text, "subscription-refused", credentials.Redaction, patience, ct);
    }
}
