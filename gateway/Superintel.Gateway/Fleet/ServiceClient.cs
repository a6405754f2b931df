using System.Net.Http.Headers;
using Superintel.Gateway.Proxy;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Fleet;

/// <summary>The gateway's own questions to the services, asked as itself or on a caller's behalf.</summary>
internal sealed class ServiceClient(HttpClient http, IConfiguration configuration, InternalTokens tokens)
{
    /// <summary>Services whose address is known, in a fixed order.</summary>
    public IReadOnlyList<string> Known { get; } =
        [.. RouteTable.Services.Where(service => configuration[$"services:{service}:http:0"] is not null)];

    public Task<HttpResponseMessage> Get(string service, string path, CancellationToken ct) =>
        Send(service, HttpMethod.Get, path, tokens.Own(), ct);

    public Task<HttpResponseMessage> Send(string service, HttpMethod method, string path, string token, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, new Uri(new Uri(configuration[$"services:{service}:http:0"]!), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.SendAsync(request, ct);
    }
}
