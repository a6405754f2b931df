using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Streams;

/// <summary>
/// One WebSocket. Received messages wait in a bounded queue; when it is full the wire waits. Pings are answered by the platform.
/// </summary>
public sealed class StreamSocket : IAsyncDisposable
{
    private const int MostWaiting = 4_096;
    private readonly ClientWebSocket socket;
    private readonly SharedStream wire;
    private readonly Func<bool> stands;
    private readonly CancellationTokenSource ending = new();
    private readonly Channel<ReadOnlyMemory<byte>> received = Channel.CreateBounded<ReadOnlyMemory<byte>>(MostWaiting);
    private Task pump = Task.CompletedTask;

    private StreamSocket(ClientWebSocket socket, SharedStream wire)
    {
        (this.socket, this.wire) = (socket, wire);
        stands = () => EndCode.Length == 0 && socket.State == WebSocketState.Open;
    }

    /// <summary>Messages; completes when the connection has ended.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Received => received.Reader;

    /// <summary>Why it ended; empty while it stands.</summary>
    public string EndCode { get; private set; } = string.Empty;

    /// <param name="dial">How the connection comes about; null: the platform's way.</param>
    /// <exception cref="WebSocketException">No connection.</exception>
    /// <exception cref="OperationCanceledException">Not in time.</exception>
    public static async Task<StreamSocket> Connect(Uri address, StreamDial? dial, TimeSpan timeout, CancellationToken ct)
    {
        var client = new ClientWebSocket();
        SharedStream? wire = null;
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false,
            ConnectCallback = dial is null ? null : (to, stop) => dial(to, stop),
            PlaintextStreamFilter = (made, _) => ValueTask.FromResult<Stream>(wire = new SharedStream(made.PlaintextStream)),
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        try
        {
            await client.ConnectAsync(address, invoker, deadline.Token);
        }
        catch
        {
            client.Dispose();
            throw;
        }
        var stream = new StreamSocket(client, wire!);
        stream.pump = stream.Pump();
        return stream;
    }

    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public Task Send(string text, CancellationToken ct) => Send(Encoding.UTF8.GetBytes(text), ct);

    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public async Task Send(ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        if (!await Write(text, ct)) throw new WebSocketException(WebSocketError.InvalidState, "The connection has ended.");
    }

    /// <summary>Sends one message, whole.</summary>
    /// <returns>False: the connection had ended before, and nothing left.</returns>
    /// <exception cref="WebSocketException">It broke meanwhile; some of it may have left.</exception>
    public ValueTask<bool> TrySend(ReadOnlyMemory<byte> text) => Write(text, CancellationToken.None); // who loses patience aborts

    /// <summary>Ends it at once.</summary>
    public void Abort() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await pump;
        socket.Dispose();
        ending.Dispose();
    }

    private async ValueTask<bool> Write(ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        try
        {
            return await wire.Send(text, stands, ct);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            socket.Abort(); // half a frame may have left: nothing may follow it
            if (broken is OperationCanceledException) throw;
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, broken);
        }
    }

    private async Task Pump()
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (EndCode.Length == 0)
        {
            try
            {
                EndCode = await ReceiveInto(buffer, message);
            }
            catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                EndCode = "connection-lost";
            }
        }
        received.Writer.TryComplete();
    }

    /// <returns>Empty: go on.</returns>
    private async Task<string> ReceiveInto(byte[] buffer, MemoryStream message)
    {
        var part = await socket.ReceiveAsync(buffer.AsMemory(), ending.Token);
        if (part.MessageType == WebSocketMessageType.Close) return "connection-lost";
        if (part.MessageType != WebSocketMessageType.Text) return "frame-not-text";
        if (message.Length + part.Count > WireLimits.Frame) return "frame-too-large";
        message.Write(buffer, 0, part.Count);
        if (!part.EndOfMessage) return string.Empty;
        var whole = message.ToArray();
        message.SetLength(0);
        await received.Writer.WriteAsync(whole, ending.Token);
        return string.Empty;
    }
}
