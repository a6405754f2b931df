using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Binance;

/// <summary>One client's WebSocket: what it asked for, and a bounded queue of what it is told, with the wire's faults on the way
/// out.</summary>
internal sealed class Socket(WebSocket socket, bool isCombined, FaultPlan faults, bool isFutures, long connectedAt)
{
    private const int MostWaiting = 10_000;
    private const int LargestRequest = 64 * 1024;
    private readonly ConcurrentDictionary<string, bool> wanted = new(StringComparer.Ordinal);
    private readonly Channel<byte[]> outgoing = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    private JsonNode? held;

    public bool IsCombined => isCombined;

    /// <summary>It hears the futures' streams, which number their changes otherwise.</summary>
    public bool IsFutures => isFutures;

    public bool IsLoggedOn { get; set; }

    /// <summary>By the client's own word, milliseconds since 1970.</summary>
    public long? LoggedOnAt { get; set; }

    public long ConnectedAt => connectedAt;

    /// <summary>The next answer waits until the client says something more, which it does when it has given up.</summary>
    public bool Holds { get; set; }

    /// <summary>Below 0: not subscribed.</summary>
    public int UserSubscription { get; set; } = -1;

    public IReadOnlyList<string> Wanted => [.. wanted.Keys.Order(StringComparer.Ordinal)];

    public bool Wants(string stream) => wanted.ContainsKey(stream);

    public void Want(string stream) => wanted[stream] = true;

    public void Leave(string stream) => wanted.TryRemove(stream, out _);

    public void Send(JsonNode message) => outgoing.Writer.TryWrite(Encoding.UTF8.GetBytes(message.ToJsonString()));

    /// <summary>An answer, behind the one that was held back.</summary>
    public void Answer(JsonNode message)
    {
        if (held is { } late) Send(late);
        (held, var hold) = (Holds ? message : null, Holds);
        Holds = false;
        if (!hold) Send(message);
    }

    public void Abort() => socket.Abort();

    /// <summary>Serves the client until either side ends.</summary>
    public async Task Serve(Action<Socket, JsonObject> receive, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = Write(ending.Token);
        try
        {
            while (await Receive(ending.Token) is { } message) receive(this, message);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
        await ending.CancelAsync();
        await writing;
    }

    private async Task<JsonObject?> Receive(CancellationToken ct)
    {
        var buffer = new byte[LargestRequest];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close || length + part.Count == buffer.Length) return null;
            length += part.Count;
            if (part.EndOfMessage) return Read(buffer.AsSpan(0, length));
        }
    }

    private static JsonObject? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // the client speaks no JSON: the connection ends
        }
    }

    private async Task Write(CancellationToken ct)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(ct)) await Tell(message, ct);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }

    private async Task Tell(byte[] message, CancellationToken ct)
    {
        var fault = faults.At(FaultPoint.Send);
        if (fault == Fault.Disconnect) throw new WebSocketException("The simulated connection ends.");
        if (fault == Fault.TruncatedFrame)
        {
            await socket.SendAsync(message.AsMemory(0, message.Length / 2), WebSocketMessageType.Text, endOfMessage: false, ct);
            throw new WebSocketException("The simulated message ends in the middle.");
        }
        if (fault == Fault.GarbageFrame) await Whole([.. "\0{]garbage"u8], ct);
        if (fault == Fault.Reordered && outgoing.Reader.TryRead(out var later)) await Whole(later, ct);
        if (fault == Fault.SlowDrip)
        {
            for (var at = 0; at < message.Length; at++)
                await socket.SendAsync(message.AsMemory(at, 1), WebSocketMessageType.Text, endOfMessage: at == message.Length - 1, ct);
            return;
        }
        await Whole(message, ct);
    }

    private async Task Whole(byte[] message, CancellationToken ct) =>
        await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, ct);
}
