using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Superintel.Gateway.Tests;

internal sealed class ProxyTests : GatewayFixture
{
    [Test]
    public async Task A_service_learns_who_asks_and_none_of_the_caller_s_secrets()
    {
        var token = await TokenOf("trader", "tess");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/proposals/p-1/approve?x=1");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Cookie", "a=b");
        request.Content = JsonContent.Create(new { comment = "yes" });
        var echo = await (await Http.SendAsync(request)).Content.ReadFromJsonAsync<Echo>();
        Assert.That(echo!.User, Is.EqualTo("tess"));
        Assert.That(echo.Roles, Is.EqualTo(new[] { "trader" }));
        Assert.That((echo.Method, echo.Path, echo.CallersSecretsPassed), Is.EqualTo(("POST", "/api/proposals/p-1/approve?x=1", false)));
    }

    [Test]
    public async Task A_service_that_does_not_answer_is_a_502_with_a_code()
    {
        var alone = await Start(new Uri("http://127.0.0.1:9/"));
        using var http = new HttpClient { BaseAddress = AddressOf(alone) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await TokenOfAdmin());
        var answer = await http.GetAsync(new Uri("/api/orders", UriKind.Relative));
        Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.BadGateway, "service-unreachable")));
        var fleet = await http.GetFromJsonAsync<JsonElement>("/api/system/fleet");
        var risk = fleet.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "risk");
        Assert.That(risk.GetProperty("health").GetString(), Is.EqualTo("unreachable"));
        var dead = await http.GetFromJsonAsync<JsonElement>("/api/messages/dead");
        Assert.That(dead.GetProperty("unreachable").GetArrayLength(), Is.EqualTo(6));
    }

    [Test]
    public async Task The_fleet_s_parts_are_named_with_their_health()
    {
        var token = await TokenOf("viewer");
        var names = new[] { "ingestion", "prediction", "approval", "risk", "execution", "journal", "gateway", "postgres", "rabbitmq",
            "redis" };
        await TestKit.Eventually.True(
            async () =>
            {
                var fleet = await (await Send(HttpMethod.Get, "/api/system/fleet", token)).Content.ReadFromJsonAsync<JsonElement>();
                var parts = fleet.GetProperty("parts").EnumerateArray().ToList();
                Assert.That(parts.Select(part => part.GetProperty("name").GetString()), Is.EqualTo(names));
                return parts.All(part => part.GetProperty("health").GetString() == "healthy");
            },
            "every part is healthy");
    }

    [Test]
    public async Task The_documents_of_all_services_are_one()
    {
        var answer = await Send(HttpMethod.Get, "/openapi/v1.json", await TokenOf("viewer"));
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var paths = document.GetProperty("paths");
        Assert.Multiple(() =>
        {
            Assert.That(document.GetProperty("openapi").GetString(), Does.StartWith("3.1"));
            Assert.That(paths.TryGetProperty("/api/auth/login", out _), Is.True);
            Assert.That(paths.TryGetProperty("/api/messages/dead", out _), Is.True);
            Assert.That(paths.TryGetProperty("/api/instruments/{id}", out _), Is.True);
            Assert.That(paths.TryGetProperty("/api/hidden", out _), Is.False);
            Assert.That(document.GetProperty("components").GetProperty("schemas").TryGetProperty("ingestion.Echo", out _), Is.True);
            Assert.That(document.GetRawText(), Does.Contain("#/components/schemas/ingestion.Echo"));
        });
    }

    [Test]
    public async Task Answers_to_a_browser_carry_the_security_headers()
    {
        var answer = await Http.GetAsync(new Uri("/docs", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.Contains("Server"), Is.False);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(page, Does.Not.Contain("http://").And.Not.Contain("https://"));
    }
}
