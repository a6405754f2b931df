using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Venue.Mt4;

/// <summary>The bridge's contract, request by request. Nothing that comes from outside makes it throw.</summary>
public sealed class Mt4Client : IDisposable
{
    private const string TokenHeader = "X-Bridge-Token";
    private static readonly MediaTypeHeaderValue JsonText = new("application/json", "utf-8");
    private readonly HttpMessageInvoker http;
    private readonly Mt4ClientOptions options;
    private readonly Uri orders;

    public Mt4Client(Mt4ClientOptions options)
        : this(options, dial: null)
    {
    }

    /// <param name="dial">How the connection to the bridge comes about; null: TCP.</param>
    public Mt4Client(Mt4ClientOptions options, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? dial)
    {
        if (options.Token.AsSpan().ContainsAny('\r', '\n')) throw new FormatException("The bridge's token has more than one line.");
        this.options = options;
        orders = new Uri(options.Url, "/v1/orders");
        // An order after a quiet spell does not wait for a new connection; the terminal has no use for our traces.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false, AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
            ActivityHeadersPropagator = null, ConnectCallback = dial,
        };
        if (options.OwnCertificate)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => BridgeCertificate.IsOf(shown, options.Token);
        http = new HttpMessageInvoker(handler); // HttpClient makes timer, token and address before each call (ADR 88)
    }

    public Task<Mt4Answer<Mt4Health>> Health(CancellationToken ct) => Get<Mt4Health>("/v1/health", ct);

    public Task<Mt4Answer<Mt4Account>> Account(CancellationToken ct) => Get<Mt4Account>("/v1/account", ct);

    public Task<Mt4Answer<Mt4Symbol[]>> Symbols(string names, CancellationToken ct) =>
        Get<Mt4Symbol[]>($"/v1/symbols?names={Text(names)}", ct);

    public Task<Mt4Answer<Mt4Quote[]>> Quotes(string symbols, CancellationToken ct) =>
        Get<Mt4Quote[]>($"/v1/quotes?symbols={Text(symbols)}", ct);

    /// <param name="timeframe">M1 to MN1.</param>
    public Task<Mt4Answer<Mt4Bar[]>> Bars(string symbol, string timeframe, DateTimeOffset from, int limit, CancellationToken ct) =>
        Get<Mt4Bar[]>($"/v1/bars?symbol={Text(symbol)}&timeframe={timeframe}&from={Time(from)}&limit={limit}", ct);

    /// <summary>Tickets closed in that time, oldest first.</summary>
    public Task<Mt4Answer<Mt4Trade[]>> History(DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        Get<Mt4Trade[]>($"/v1/history?from={Time(from)}&to={Time(to)}", ct);

    public Task<Mt4Answer<Mt4Position[]>> Positions(CancellationToken ct) => Get<Mt4Position[]>("/v1/positions", ct);

    public Task<Mt4Answer<Mt4Order[]>> Orders(CancellationToken ct) => Get<Mt4Order[]>("/v1/orders", ct);

    public Task<Mt4Answer<Mt4Order>> ByClientId(string clientOrderId, CancellationToken ct) =>
        Get<Mt4Order>($"/v1/orders/by-client-id/{Text(clientOrderId)}", ct);

    /// <summary>Sends an order. The same one again gives the first.</summary>
    public Task<Mt4Answer<Mt4Order>> Place(Mt4OrderRequest order, CancellationToken ct) =>
        Send<Mt4Order>(HttpMethod.Post, orders, Content(Mt4OrderText.Of(order)), ct);

    /// <summary>Changes a pending order, or the stops of an open ticket. The same change again changes nothing.</summary>
    public Task<Mt4Answer<Mt4Order>> Change(long ticket, Mt4OrderChange change, CancellationToken ct) =>
        Send<Mt4Order>(HttpMethod.Patch, $"/v1/orders/{ticket}", Json(change), ct);

    /// <summary>Closes an open ticket or a part of it. The same close again gives the first.</summary>
    public Task<Mt4Answer<Mt4Closed>> Close(long ticket, Mt4CloseRequest close, CancellationToken ct) =>
        Send<Mt4Closed>(HttpMethod.Post, $"/v1/positions/{ticket}/close", Json(close), ct);

    public Task<Mt4Answer<Mt4Order>> Delete(long ticket, CancellationToken ct) =>
        Send<Mt4Order>(HttpMethod.Delete, $"/v1/orders/{ticket}", null, ct);

    /// <summary>Events after a number; waits for the first, at most so long.</summary>
    public Task<Mt4Answer<Mt4Events>> Events(long after, TimeSpan wait, CancellationToken ct) =>
        Get<Mt4Events>($"/v1/events?after={after}&waitMs={(int)wait.TotalMilliseconds}", ct);

    public void Dispose() => http.Dispose();

    private Task<Mt4Answer<T>> Get<T>(string path, CancellationToken ct)
        where T : class => Send<T>(HttpMethod.Get, path, null, ct);

    private Task<Mt4Answer<T>> Send<T>(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
        where T : class => Send<T>(method, new Uri(options.Url, path), content, ct);

    private async Task<Mt4Answer<T>> Send<T>(HttpMethod method, Uri address, HttpContent? content, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.TryAddWithoutValidation(TokenHeader, options.Token);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var sending = http.SendAsync(request, deadline.Token);
            deadline.CancelAfter(options.Timeout); // what can be sent at once is: no order waits for a timer to be set
            using var response = await sending;
            await response.Content.LoadIntoBufferAsync(options.LargestAnswer, deadline.Token);
            return Read<T>(response.StatusCode, await response.Content.ReadAsByteArrayAsync(deadline.Token));
        }
        catch (HttpRequestException failure)
        {
            // No connection, no byte: everything else may have reached the terminal.
            var kind = failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? Mt4FailureKind.NotDone
                : Mt4FailureKind.Unknown;
            return Mt4Answer<T>.Failed(kind, "unreachable", failure.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Mt4Answer<T>.Failed(Mt4FailureKind.Unknown, "timeout", $"No answer within {options.Timeout.TotalSeconds} s.");
        }
    }

    internal static Mt4Answer<T> Read<T>(HttpStatusCode status, ReadOnlySpan<byte> body)
        where T : class
    {
        if ((int)status is >= 200 and < 300)
        {
            return Parsed<T>(body) is { } value
                ? Mt4Answer<T>.Given(value)
                : Mt4Answer<T>.Failed(Mt4FailureKind.Unknown, "unreadable",
                    $"HTTP {(int)status} with a body that is not what was asked for.");
        }
        if (Parsed<Dictionary<string, Mt4Problem>>(body)?.GetValueOrDefault("error") is not { Code: not null } problem)
            return Mt4Answer<T>.Failed(Silent(status), $"http-{(int)status}", "An answer without an error the contract knows.");
        var kind = status switch
        {
            HttpStatusCode.NotFound => Mt4FailureKind.NotFound,
            // Without the word that nothing was placed only a refusal of the request itself proves it.
            _ when problem.Outcome != "NOT_PLACED" => problem.Outcome is null ? Silent(status) : Mt4FailureKind.Unknown,
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Mt4FailureKind.NotDone,
            _ => problem.Retryable ? Mt4FailureKind.NotDone : Mt4FailureKind.Rejected,
        };
        return Mt4Answer<T>.Failed(kind, problem.Code, problem.Message ?? "", problem.MtCode);
    }

    // Without the bridge's own word only a refusal of the request itself proves anything.
    private static Mt4FailureKind Silent(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest => Mt4FailureKind.Rejected,
        HttpStatusCode.NotFound => Mt4FailureKind.NotFound,
        _ => Mt4FailureKind.Unknown,
    };

    private static T? Parsed<T>(ReadOnlySpan<byte> body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Mt4Json.Options) is { } value && Mt4Shape.IsWhole(value) ? value : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException)
        {
            return null;
        }
    }

    // With its length in front: not every bridge reads chunks.
    private static ByteArrayContent Content(byte[] text) => new(text) { Headers = { ContentType = JsonText } };

    private static ByteArrayContent Json<T>(T body) => Content(JsonSerializer.SerializeToUtf8Bytes(body, Mt4Json.Options));

    private static string Time(DateTimeOffset time) => Text(time.ToString("O"));

    private static string Text(string value) => Uri.EscapeDataString(value);
}
