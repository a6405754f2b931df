using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

/// <summary>A gateway on the real servers before a service that tells back what reached it.</summary>
internal abstract class GatewayFixture
{
    public const string ServiceKey = "a key that only the tests of this repository know, long enough for every HMAC";
    public const string AdminPassword = "correct horse battery";

    private readonly List<WebApplication> running = [];
    private string folder = string.Empty;

    protected PostgresDatabase Database { get; private set; } = null!;

    protected string Prefix { get; private set; } = string.Empty;

    protected WebApplication Gateway { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    /// <summary>More configuration, for fixtures that need some.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    [OneTimeSetUp]
    public async Task StartGateway()
    {
        folder = Scratch.Folder("gateway");
        Database = await PostgresDatabase.Create();
        Prefix = BrokerPrefix.New();
        var echo = await EchoService.Start(Database.ConnectionString);
        running.Add(echo);
        Gateway = await Start(AddressOf(echo));
        Http = new HttpClient { BaseAddress = AddressOf(Gateway) };
    }

    [OneTimeTearDown]
    public async Task StopAll()
    {
        Http.Dispose();
        foreach (var app in Enumerable.Reverse(running))
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected static Uri AddressOf(WebApplication app) => new(app.Urls.First());

    protected async Task<WebApplication> Start(Uri services, IReadOnlyDictionary<string, string?>? more = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:postgres"] = Database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = TestServers.RabbitMq,
            ["ConnectionStrings:redis"] = TestServers.Redis,
            ["Messaging:Prefix"] = Prefix,
            ["Auth:ServiceKey"] = ServiceKey,
            ["Auth:AdminFile"] = AdminFile(),
            ["RateLimit:PerUser"] = "100000",
            ["RateLimit:PerAddress"] = "100000",
            ["RateLimit:SignInsPerAddress"] = "100000",
            ["Web:Root"] = Path.Combine(folder, "dist"),
        });
        foreach (var service in new[] { "ingestion", "prediction", "approval", "risk", "execution", "journal" })
            builder.Configuration[$"services:{service}:http:0"] = services.ToString();
        builder.Configuration.AddInMemoryCollection(Settings);
        if (more is not null) builder.Configuration.AddInMemoryCollection(more);
        builder.Logging.ClearProviders();
        builder.AddGateway();
        var app = builder.Build();
        app.UseGateway();
        await app.StartAsync();
        running.Add(app);
        return app;
    }

    protected Task<JsonElement> SignIn(string user = "owner", string password = AdminPassword) => SignIn(Http, user, password);

    protected static async Task<JsonElement> SignIn(HttpClient http, string user, string password)
    {
        var answer = await http.PostAsJsonAsync("/api/auth/login", new { user, password });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected async Task<string> TokenOfAdmin() => (await SignIn()).GetProperty("accessToken").GetString()!;

    /// <summary>Makes a user with the role and signs him in.</summary>
    protected async Task<string> TokenOf(string role, string? user = null)
    {
        user ??= $"{role}-{Guid.NewGuid():N}";
        var made = await Send(HttpMethod.Post, "/api/auth/users", await TokenOfAdmin(), new { user, password = AdminPassword, role });
        made.EnsureSuccessStatusCode();
        return (await SignIn(user)).GetProperty("accessToken").GetString()!;
    }

    protected Task<HttpResponseMessage> Send(HttpMethod method, string path, string? token, object? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = JsonContent.Create(body);
        return Http.SendAsync(request);
    }

    protected async Task<HttpResponseMessage> SendWithKey(HttpMethod method, string path, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Api-Key", key);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    protected static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private string AdminFile()
    {
        var path = Path.Combine(folder, "admin.json");
        if (File.Exists(path)) return path;
        File.WriteAllText(path, JsonSerializer.Serialize(new { user = "owner", password = AdminPassword }));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
