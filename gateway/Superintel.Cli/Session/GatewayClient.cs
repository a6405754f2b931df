using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.Cli.Session;

/// <summary>The gateway's REST surface as any client sees it. Signs in by itself when it has something to sign in with.</summary>
public sealed class GatewayClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Connection connection;

    public GatewayClient(Connection connection)
    {
        this.connection = connection;
        http = new HttpClient { BaseAddress = connection.Url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Task<JsonNode> Get(string path, CancellationToken ct) => Ask(HttpMethod.Get, path, null, ct);

    public Task<JsonNode> Post(string path, object body, CancellationToken ct) => Ask(HttpMethod.Post, path, JsonContent.Create(body), ct);

    public Task<JsonNode> Put(string path, object body, CancellationToken ct) => Ask(HttpMethod.Put, path, JsonContent.Create(body), ct);

    public Task<JsonNode> Delete(string path, CancellationToken ct) => Ask(HttpMethod.Delete, path, null, ct);

    public Task<JsonNode> Upload(string path, Stream csv, CancellationToken ct)
    {
        var content = new StreamContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return Ask(HttpMethod.Post, path, content, ct);
    }

    /// <summary>Signs in and keeps the session for the next commands.</summary>
    /// <exception cref="GatewayRefusalException">Wrong user or password, or locked out.</exception>
    public async Task<SavedSession> SignIn(Credentials credentials, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("/api/auth/login", credentials, JsonSerializerOptions.Web, ct);
        var answer = await Read(response, ct);
        var session = new SavedSession(
            connection.Url.ToString(),
            (string?)answer["accessToken"] ?? throw new FormatException("The gateway's answer to the sign-in has no accessToken."),
            answer["expiresAt"]?.GetValue<DateTimeOffset>() ?? DateTimeOffset.UtcNow);
        session.Save(connection);
        return session;
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> Ask(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        await Authenticate(request, ct);
        using var response = await http.SendAsync(request, ct);
        return await Read(response, ct);
    }

    private async Task Authenticate(HttpRequestMessage request, CancellationToken ct)
    {
        if (connection.ApiKey is { } key)
        {
            request.Headers.Add("X-Api-Key", key);
            return;
        }
        var token = connection.Token ?? SavedSession.Load(connection)?.AccessToken;
        if (token is null && Credentials.OfAdministrator(connection) is { } owner) token = (await SignIn(owner, ct)).AccessToken;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await response.Content.ReadAsStringAsync(ct);
        var json = TryParse(body);
        if (response.IsSuccessStatusCode) return json ?? new JsonObject();
        throw new GatewayRefusalException(
            response.StatusCode,
            (string?)json?["code"]
                ?? (response.StatusCode == HttpStatusCode.Unauthorized ? "not-signed-in" : $"http-{(int)response.StatusCode}"),
            (string?)json?["detail"] ?? (string?)json?["title"] ?? response.ReasonPhrase ?? "no detail given");
    }

    private static JsonNode? TryParse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null; // an error page of something that is not the gateway; the status still says what happened
        }
    }
}
