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
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim sending = new(1, 1); // left to the collector: a sender may be on its way out
    private readonly Channel<ReadOnlyMemory<byte>> received = Channel.CreateBounded<ReadOnlyMemory<byte>>(MostWaiting);
    private Task pump = Task.CompletedTask;

    private StreamSocket(ClientWebSocket socket) => this.socket = socket;

    /// <summary>Messages; completes when the connection has ended.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Received => received.Reader;

    /// <summary>Why it ended; empty while it stands.</summary>
    public string EndCode { get; private set; } = string.Empty;

    /// <param name="dial">Null: the platform's way.</param>
    /// <exception cref="WebSocketException">No connection.</exception>
    /// <exception cref="OperationCanceledException">Not in time.</exception>
    public static async Task<StreamSocket> Connect(Uri address, HttpMessageInvoker? dial, TimeSpan timeout, CancellationToken ct)
    {
        var client = new ClientWebSocket();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        try
        {
            await client.ConnectAsync(address, dial, deadline.Token);
        }
        catch
        {
            client.Dispose();
            throw;
        }
        var stream = new StreamSocket(client);
        stream.pump = stream.Pump();
        return stream;
    }

    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public Task Send(string text, CancellationToken ct) => Send(Encoding.UTF8.GetBytes(text), ct);

    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public async Task Send(ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Sends one message, whole.</summary>
    /// <returns>False: the connection had ended before, and nothing left.</returns>
    /// <exception cref="WebSocketException">It broke meanwhile; some of it may have left.</exception>
    public async ValueTask<bool> TrySend(ReadOnlyMemory<byte> text)
    {
        await sending.WaitAsync();
        try
        {
            if (EndCode.Length > 0 || socket.State != WebSocketState.Open) return false;
            // A token would cost every message; who loses patience aborts.
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Abort() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await pump;
        socket.Dispose();
        ending.Dispose();
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
