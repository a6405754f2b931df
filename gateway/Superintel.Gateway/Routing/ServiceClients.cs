using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Routing;

/// <summary>The gateway's own questions to services.</summary>
internal sealed class ServiceClients(IHttpClientFactory clients, IConfiguration configuration, InternalTokens tokens)
{
    /// <summary>Asks in the gateway's own name.</summary>
    public Task<HttpResponseMessage> Ask(string service, HttpMethod method, string path, CancellationToken ct) =>
        Send(service, method, path, tokens.Own(), ct);

    /// <summary>Asks on behalf of a person.</summary>
    public Task<HttpResponseMessage> AskFor(HttpContext http, string service, HttpMethod method, string path, CancellationToken ct) =>
        Send(service, method, path, tokens.For(http.User.Identity!.Name!, http.User.FindAll(Access.EdgeClaims.Role).Select(c => c.Value)), ct);

    /// <summary>The JSON of a service's answer; null when it does not answer, or not well.</summary>
    public async Task<JsonNode?> TryGet(string service, string path, TimeSpan within, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(within);
        try
        {
            using var answer = await Ask(service, HttpMethod.Get, path, deadline.Token);
            return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(deadline.Token)) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null; // not to answer is a state of that service, and the caller shows it as one
        }
    }

    private async Task<HttpResponseMessage> Send(string service, HttpMethod method, string path, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(ProxyModule.AddressOf(configuration, service), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await clients.CreateClient("services").SendAsync(request, ct);
    }
}
