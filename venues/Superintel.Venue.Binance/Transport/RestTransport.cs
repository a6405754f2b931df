using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Limits;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Time;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Transport;

/// <summary>
/// Sends one signed or public call and says what its answer proves. Never throws for what comes from outside; sends again only after
/// -1021, once, when the exchange has refused the call unseen.
/// </summary>
/// <param name="credentials">Null: public calls only.</param>
public sealed class RestTransport(
    HttpClient http, ExchangeAddress address, Credentials? credentials, TransportOptions options, TimeProvider clock) : IDisposable
{
    private const int TimeSamples = 3;
    private const string UsedWeight = "X-MBX-USED-WEIGHT-1M";
    private const string ApiKey = "X-MBX-APIKEY";
    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded", "utf-8");
    private readonly SemaphoreSlim settingTime = new(1, 1);
    private Task<Failure?> setting = Task.FromResult<Failure?>(null);

    public RateGate Gate { get; } = new(clock);

    public ServerClock Time { get; } = new(clock);

    /// <summary>The body of a good answer; read it with a parser.</summary>
    public async Task<Answer<byte[]>> Send(RestCall call, CancellationToken ct)
    {
        if (call.Security == Security.Signed && Time.IsUnknown && await SetTime(ct) is { } noTime) return noTime;
        var answer = await Once(call, ct);
        // An order does not wait for a clock that is merely due.
        if (call.Security == Security.Signed) RenewTime();
        if (answer.Failure is not { Kind: FailureKind.ClockSkew }) return answer;
        return await SetTime(ct) is { } still ? still : await Once(call, ct);
    }

    /// <summary>Asks for the exchange's time.</summary>
    /// <returns>Null: it is set.</returns>
    public async Task<Failure?> SetTime(CancellationToken ct)
    {
        await settingTime.WaitAsync(ct);
        try
        {
            var samples = new List<TimeSpan>(TimeSamples);
            Failure? last = null;
            while (samples.Count < TimeSamples)
            {
                var sent = clock.GetUtcNow();
                var answer = await Once(new RestCall(HttpMethod.Get, options.TimePath, new RequestParameters(), Security.None, 1), ct);
                var received = clock.GetUtcNow();
                last = answer.Failure;
                if (!answer.IsGiven) break;
                if (MarketParser.Time(answer.Value) is not { IsValid: true } server) return Unreadable("unreadable-time");
                samples.Add(ServerClock.OffsetOf(sent, received, server.Value.At));
            }
            if (samples.Count == 0) return last! with { Kind = FailureKind.NotTaken,
                Text = $"The exchange's time is not known. {last.Text}" };
            Time.Set(samples);
            return null;
        }
        finally
        {
            settingTime.Release();
        }
    }

    public void Dispose()
    {
        // The semaphore is left to the collector: a question for the time may still be on its way out of it.
    }

    /// <summary>Asks for the exchange's time when it is due; nobody waits.</summary>
    public void RenewTime()
    {
        if (Time.IsDue && Volatile.Read(ref setting).IsCompleted) Volatile.Write(ref setting, SetTime(CancellationToken.None));
    }

    private async Task<Answer<byte[]>> Once(RestCall call, CancellationToken ct)
    {
        if (Gate.Enter(call.Weight, call.Order, call.Places) is { } full) return full;
        using var request = Request(call);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            Gate.Heard(Number(response, UsedWeight));
            if (call.Places) HearOrders(response);
            var body = await BoundedBody.Read(response.Content, deadline.Token);
            return body is null ? Unreadable("answer-too-large") : Judge(response, body);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Broken("timeout", $"No answer within {options.Timeout}.", FailureKind.OutcomeUnknown);
        }
        catch (HttpRequestException broken)
        {
            return Broken("connection-lost", broken.Message, NeverLeft(broken) ? FailureKind.NotTaken : FailureKind.OutcomeUnknown);
        }
        catch (IOException broken)
        {
            return Broken("connection-lost", broken.Message, FailureKind.OutcomeUnknown);
        }
    }

    private Answer<byte[]> Judge(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode == HttpStatusCode.OK) return Answer<byte[]>.Of(body);
        var retryAfter = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        var failure = FailureRules.Of(response.StatusCode, MarketParser.Error(body).Value, retryAfter);
        if (failure.Kind == FailureKind.RateLimited) Gate.Silence(failure);
        return failure with { Text = Clean(failure.Text) };
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var query = call.Security == Security.Signed ? Signed(call.Parameters) : call.Parameters.Encode();
        var post = call.Method == HttpMethod.Post;
        var uri = new Uri(address.Rest, post || query.Length == 0 ? call.Path : $"{call.Path}?{query}");
        var request = new HttpRequestMessage(call.Method, uri);
        if (post) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(query)) { Headers = { ContentType = Form } };
        if (call.Security == Security.Signed) request.Headers.TryAddWithoutValidation(ApiKey, credentials!.Signer.ApiKey);
        return request;
    }

    // A retry is signed anew with its own time, so what the caller gave is left as it was.
    private string Signed(RequestParameters parameters)
    {
        if (credentials is null) throw new InvalidOperationException("A signed call needs credentials.");
        return RequestParameters.After(parameters)
            .Add("recvWindow", (long)options.ReceiveWindow.TotalMilliseconds)
            .Add("timestamp", Time.NowMs)
            .EncodeSigned(credentials.Signer);
    }

    // The exchange cannot have seen what was refused while connecting.
    private static bool NeverLeft(HttpRequestException broken) => broken.HttpRequestError is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private void HearOrders(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.OK) Gate.Placed();
        foreach (var (name, values) in response.Headers)
            if (RateCount.OfHeader(name, values.First()) is { } count) Gate.Heard(count);
    }

    private static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && int.TryParse(values.First(), out var number) ? number : null;

    private static Failure Unreadable(string code) =>
        new(FailureKind.OutcomeUnknown, code, 0, $"The answer is not what it should be; at most {WireLimits.Body} bytes are read.",
            default);

    private Failure Broken(string code, string text, FailureKind kind) => new(kind, code, 0, Clean(text), TimeSpan.Zero);

    private string Clean(string text) => credentials?.Redaction.Clean(text) ?? text;
}
