using System.Net.WebSockets;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Venue.Binance.Orders;

/// <summary>
/// Orders over one connection of the WebSocket API that stays. An Ed25519 key logs on once and its orders carry no signature; with an HMAC
/// key each is signed. An order that this session has begun to send is this session's: only what provably did not leave goes another way.
/// </summary>
public sealed class OrderSession(
    RestTransport rest, SessionConnection connection, Credentials credentials, TransportOptions options) : IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly AnswerJudge judge = new(rest.Gate, credentials.Redaction);
    private ApiRequest? spare = new();
    private bool isOpened;
    private long ids = FirstAnswer.Id;

    /// <summary>True: the next order goes this way.</summary>
    public bool IsReady => connection.Current is not null;

    /// <summary>Begins to connect, once; needs not be waited for.</summary>
    public void Open()
    {
        if (!Interlocked.Exchange(ref isOpened, true)) _ = Task.Run(() => connection.Run(ending.Token));
    }

    /// <summary>Sends an order, as it stands: check its filters before.</summary>
    /// <returns>Null: nothing left, and it may go another way.</returns>
    public ValueTask<Answer<SpotOrder>?> Place(NewOrder order, CancellationToken ct) => Ask(order.Symbol, order.Name, order, ct);

    /// <returns>Null: nothing left, and it may go another way.</returns>
    public ValueTask<Answer<SpotOrder>?> Cancel(string symbol, string name, CancellationToken ct) => Ask(symbol, name, order: null, ct);

    public void Dispose()
    {
        ending.Cancel(); // the source is left to the collector: the connection may be ending by it
    }

    private async ValueTask<Answer<SpotOrder>?> Ask(string symbol, string name, NewOrder? order, CancellationToken ct)
    {
        if (!IsReady)
        {
            Open();
            return null;
        }
        if (rest.Time.IsUnknown && await rest.SetTime(ct) is { } noTime) return noTime;
        var answer = await Once(symbol, name, order, ct);
        rest.RenewTime();
        // Refused for its time alone, and so not looked at.
        if (answer?.Failure is not { Kind: FailureKind.ClockSkew }) return answer;
        return await rest.SetTime(ct) is { } still ? still : await Once(symbol, name, order, ct);
    }

    private async ValueTask<Answer<SpotOrder>?> Once(string symbol, string name, NewOrder? order, CancellationToken ct)
    {
        if (connection.Current is not { } socket) return null;
        if (rest.Gate.Enter(weight: 1, order: true, places: order is not null) is { } full) return full;
        var id = Interlocked.Increment(ref ids);
        if (!connection.Pending.TryAdd(id, socket, out var waiting)) return null;
        try
        {
            if (!await Send(socket, id, symbol, name, order)) return null;
            var answer = await waiting.WaitAsync(options.Timeout, ct);
            if (!answer.IsGiven) return answer.Failure;
            var told = judge.Of(answer.Value, symbol, name);
            if (order is not null && told.IsGiven) rest.Gate.Placed();
            return told;
        }
        catch (TimeoutException)
        {
            return AnswerJudge.Unknown("timeout", $"No answer within {options.Timeout}.");
        }
        catch (Exception broken) when (broken is WebSocketException or ObjectDisposedException
            || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return AnswerJudge.Unknown("connection-lost", "The connection broke while it was written.");
        }
        finally
        {
            connection.Pending.Remove(id);
        }
    }

    /// <returns>False: nothing left.</returns>
    private async ValueTask<bool> Send(StreamSocket socket, long id, string symbol, string name, NewOrder? order)
    {
        var request = Interlocked.Exchange(ref spare, null) ?? new ApiRequest();
        var stamp = new RequestStamp(connection.LogsOn ? null : credentials.Signer, options.ReceiveWindow, rest.Time.NowMs);
        var text = order is null ? request.Cancel(id, symbol, name, in stamp) : request.Place(id, order, in stamp);
        var sending = socket.TrySend(text);
        if (sending.IsCompletedSuccessfully)
        {
            Volatile.Write(ref spare, request);
            return sending.Result;
        }
        try
        {
            return await sending.AsTask().WaitAsync(options.Timeout);
        }
        catch (TimeoutException)
        {
            socket.Abort(); // the wire takes nothing more
            throw;
        }
    }
}
