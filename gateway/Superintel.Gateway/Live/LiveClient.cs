using System.Net.WebSockets;
using System.Threading.Channels;

namespace Superintel.Gateway.Live;

/// <summary>One connected client with a bounded buffer. Whoever does not keep up is let go rather than waited for.</summary>
internal sealed class LiveClient(WebSocket socket, string user)
{
    public const WebSocketCloseStatus TooSlow = (WebSocketCloseStatus)4008;
    public const WebSocketCloseStatus SessionEnded = (WebSocketCloseStatus)4401;

    // A journal that catches up announces thousands a second: room for a second or two of it, but not for ever so many bytes.
    private const int Buffered = 4_096;
    private const int BufferedBytes = 8 << 20;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly Channel<LiveMessage> outgoing = Channel.CreateBounded<LiveMessage>(
        new BoundedChannelOptions(Buffered) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private volatile IReadOnlyCollection<string> channels = LiveChannels.All;
    private int ending;
    private long waitingBytes;

    public string User => user;

    private WebSocketCloseStatus Ending => (WebSocketCloseStatus)Volatile.Read(ref ending);

    public void Choose(IReadOnlyCollection<string> wanted) => channels = wanted;

    /// <summary>Queues a message that the client asked for; a client whose buffer is full is ended.</summary>
    public void Offer(LiveMessage message)
    {
        if (message.Channel.Length > 0 && !channels.Contains(message.Channel)) return;
        var waiting = Interlocked.Add(ref waitingBytes, message.Text.Length);
        if (waiting > BufferedBytes || !outgoing.Writer.TryWrite(message)) End(TooSlow);
    }

    /// <summary>Ends it with a reason; the first one counts.</summary>
    public void End(WebSocketCloseStatus status)
    {
        // The reason stands before the pump can see the end.
        Interlocked.CompareExchange(ref ending, (int)status, 0);
        outgoing.Writer.TryComplete();
    }

    /// <summary>Sends until the client is ended or the connection breaks.</summary>
    public async Task Pump(CancellationToken ct)
    {
        try
        {
            while (await outgoing.Reader.WaitToReadAsync(ct))
            {
                // What a slow client has not read yet is not sent to it after all: it has to load afresh anyway.
                while (Ending != TooSlow && outgoing.Reader.TryRead(out var message)) await Send(message, ct);
                if (Ending == TooSlow) break;
            }

            using var patience = new CancellationTokenSource(CloseTimeout);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(Ending, Ending.ToString(), patience.Token);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    private async Task Send(LiveMessage message, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(SendTimeout);
        await socket.SendAsync(message.Text, WebSocketMessageType.Text, endOfMessage: true, deadline.Token);
        Interlocked.Add(ref waitingBytes, -message.Text.Length);
    }
}
