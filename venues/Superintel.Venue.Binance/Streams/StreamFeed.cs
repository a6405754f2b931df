using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Superintel.Venue.Binance.Streams;

/// <summary>
/// A stream that stays: connects, begins, watches for silence, connects anew when it breaks and, before the exchange cuts it after a day,
/// changes over to a new connection that stands before the old one is left.
/// </summary>
public sealed class StreamFeed(StreamSource source, StreamOptions options, TimeProvider clock)
{
    private volatile bool renew;

    /// <summary>Asks for a new connection with the next message: the server said that it will close.</summary>
    public void Renew() => renew = true;

    public async IAsyncEnumerable<StreamItem> Run([EnumeratorCancellation] CancellationToken ct)
    {
        StreamSocket? socket = null;
        var (connections, pause) = (0, options.FirstPause);
        try
        {
            while (!ct.IsCancellationRequested)
            {
                if (socket is null)
                {
                    (socket, var down) = await Open(ct);
                    if (socket is null)
                    {
                        yield return down!;
                        await Task.Delay(pause, clock, ct);
                        pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
                        continue;
                    }
                }
                pause = options.FirstPause;
                renew = false;
                yield return new StreamItem.Connected(++connections);
                var until = clock.GetUtcNow() + options.Lifetime;
                while (await Wait(socket, ct) && !IsOver(until))
                {
                    while (!IsOver(until) && socket.Received.TryRead(out var frame)) yield return new StreamItem.Frame(frame);
                }
                var next = IsOver(until) && socket.EndCode.Length == 0 ? (await Open(ct)).Socket : null;
                // What came while the new connection was made.
                while (socket.Received.TryRead(out var late)) yield return new StreamItem.Frame(late);
                var code = socket.EndCode.Length > 0 ? socket.EndCode : next is null ? "silent" : string.Empty;
                await socket.DisposeAsync();
                socket = next;
                if (next is null) yield return new StreamItem.Down(code, "The connection ended; a new one is made.");
            }
        }
        finally
        {
            if (socket is not null) await socket.DisposeAsync();
        }
    }

    private bool IsOver(DateTimeOffset until) => renew || clock.GetUtcNow() >= until;

    /// <returns>False: the connection ended, or is silent though it was asked.</returns>
    private async Task<bool> Wait(StreamSocket socket, CancellationToken ct)
    {
        var waiting = socket.Received.WaitToReadAsync(ct).AsTask();
        try
        {
            if (await InTime(waiting, options.Silence, ct)) return await waiting;
            await socket.Send(source.Probe(), ct);
            return await InTime(waiting, options.ProbePatience, ct) && await waiting;
        }
        catch (Exception broken) when (broken is WebSocketException
            || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false; // it broke or was aborted while it was asked; the reader is told that the connection ended
        }
    }

    private async Task<bool> InTime(Task<bool> waiting, TimeSpan patience, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(waiting, Task.Delay(patience, clock, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return first == waiting;
    }

    private async Task<(StreamSocket? Socket, StreamItem.Down? Down)> Open(CancellationToken ct)
    {
        StreamSocket? socket = null;
        try
        {
            socket = await StreamSocket.Connect(source.Address, source.Dial, options.ConnectTimeout, ct);
            if (await source.Begin(socket, ct) is not { } refused) return (socket, null);
            await socket.DisposeAsync();
            return (null, refused);
        }
        catch (Exception broken) when (broken is WebSocketException
            || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            if (socket is not null) await socket.DisposeAsync();
            // The address of a user stream holds a signature or a listen key: the message of the platform is not repeated.
            return (null, new StreamItem.Down("connect-failed", broken.GetType().Name));
        }
    }
}
