using System.Globalization;
using System.Net;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Venue.Binance.Orders;

/// <summary>
/// The connection that orders go over: made, logged on where the key allows it, replaced before the exchange cuts it, and made anew when it
/// breaks. Its one reader gives each answer to whoever asked.
/// </summary>
public sealed class SessionConnection
{
    private const int ParameterMissing = -1102; // the key, of a request without one
    private readonly RestTransport rest;
    private readonly Credentials credentials;
    private readonly StreamOptions options;
    private readonly Action<StreamItem>? told;
    private readonly StreamFeed feed;
    private StreamSocket? current;
    private int probes;

    /// <param name="dial">How a connection comes about; null: the platform's way.</param>
    /// <param name="told">Hears of each connection and each end of one; null: nobody does.</param>
    public SessionConnection(
        Uri webSocketApi, RestTransport rest, Credentials credentials, StreamOptions options, TimeProvider clock,
        StreamDial? dial = null, Action<StreamItem>? told = null)
    {
        (this.rest, this.credentials, this.options, this.told) = (rest, credentials, options, told);
        feed = new StreamFeed(new StreamSource(webSocketApi, Begin, Probe) { Dial = dial }, options, clock);
    }

    /// <summary>True: orders need neither key nor signature.</summary>
    public bool LogsOn => credentials.Signer.OpensSessions;

    /// <summary>Where the next order goes; null while there is no connection.</summary>
    internal StreamSocket? Current => Volatile.Read(ref current);

    internal PendingAnswers Pending { get; } = new();

    internal async Task Run(CancellationToken ct)
    {
        try
        {
            if (rest.Time.IsUnknown) await rest.SetTime(ct);
            await foreach (var item in feed.Run(ct)) await Take(item, ct);
        }
        catch (OperationCanceledException)
        {
            // The desk is closing.
        }
        finally
        {
            Volatile.Write(ref current, null);
            Pending.Lose(alive: null, Lost);
        }
    }

    private static Failure Lost => AnswerJudge.Unknown("connection-lost", "The connection ended before the answer.");

    private async Task Take(StreamItem item, CancellationToken ct)
    {
        if (item is not StreamItem.Frame) told?.Invoke(item);
        switch (item)
        {
            case StreamItem.Connected:
                Pending.Lose(Current, Lost); // what the one before did not answer
                break;
            case StreamItem.Down down:
                Volatile.Write(ref current, null);
                Pending.Lose(alive: null, Lost);
                // A logon may be refused for our clock alone.
                if (down.Code == "logon-refused") await rest.SetTime(ct);
                break;
            case StreamItem.Frame frame:
                Read(frame.Json);
                break;
        }
    }

    private void Read(ReadOnlyMemory<byte> json)
    {
        var answer = WebSocketApiParser.Parse(json);
        if (answer.IsValid)
        {
            if (LogsOn && IsLogonLost(answer.Value)) LogOnAnew();
            if (answer.Value.Number is { } id) Pending.Tell(id, answer.Value);
            return;
        }
        switch (StreamParser.Parse(json.Span))
        {
            case { IsValid: true, Value: StreamMessage.ServerShutdown }:
                feed.Renew(); // orders go on over this connection until the next one stands
                break;
            case { IsValid: true, Value: not StreamMessage.ControlAnswer }:
                break; // an event that nobody asked for
            default:
                Volatile.Write(ref current, null);
                Pending.Lose(alive: null, AnswerJudge.Unknown("unreadable-answer", "A message cannot be read; it may have been it."));
                feed.Renew();
                break;
        }
    }

    // Told with an order, or by itself when the key was taken back.
    private static bool IsLogonLost(WebSocketAnswer answer) => answer.Error is { } error && (error.Code == ParameterMissing
        || FailureRules.Of((HttpStatusCode)answer.Status, error, TimeSpan.Zero).Kind == FailureKind.Authentication);

    private void LogOnAnew()
    {
        Volatile.Write(ref current, null);
        feed.Renew();
    }

    private async Task<StreamItem.Down?> Begin(StreamSocket socket, CancellationToken ct)
    {
        if (LogsOn)
        {
            var stamp = new RequestStamp(credentials.Signer, TransportOptions.Spot.ReceiveWindow, rest.Time.NowMs);
            var request = new ApiRequest();
            var text = request.Of(FirstAnswer.Id, "session.logon"u8, in stamp);
            if (await FirstAnswer.To(socket, text, "logon-refused", credentials.Redaction, options.ConnectTimeout, ct) is { } refused)
                return refused;
        }
        Volatile.Write(ref current, socket);
        return null;
    }

    private string Probe() => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":"probe-{{Interlocked.Increment(ref probes)}}","method":"ping"}""");
}
