using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>The gateway's REST surface, signed in.</summary>
public sealed class Desk(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public Uri Address => address;

    public async Task SignIn(string user, string password)
    {
        var answer = await Post("/api/auth/login", new { user, password });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)answer["accessToken"]!);
    }

    public async Task<JsonNode> Get(string path)
    {
        using var response = await http.GetAsync(path);
        return await Read(response, path);
    }

    public async Task<JsonNode> Post(string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        return await Read(response, path);
    }

    /// <summary>All rows of a paged list.</summary>
    public async Task<List<JsonNode>> All(string path)
    {
        var rows = new List<JsonNode>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? cursor = null; ;)
        {
            var page = await Get($"{path}{separator}limit=500{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            rows.AddRange(page["items"]!.AsArray().Select(row => row!));
            cursor = (string?)page["next"];
            if (cursor is null) return rows;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode> Read(HttpResponseMessage response, string path)
    {
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{path} answered {(int)response.StatusCode}: {body}", null, response.StatusCode);
        return JsonNode.Parse(body)!;
    }
}
