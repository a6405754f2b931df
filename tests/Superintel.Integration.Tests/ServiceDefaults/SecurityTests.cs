using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class SecurityTests
{
    private PostgresDatabase database = null!;
    private RunningService service = null!;

    [OneTimeSetUp]
    public async Task StartService()
    {
        database = await PostgresDatabase.Create();
        service = await RunningService.Start(new ServiceSetup("guarded", database.ConnectionString) { Routes = Routes });
    }

    [OneTimeTearDown]
    public async Task StopService()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("/api/whoami")]
    [TestCase("/api/nowhere")]
    [TestCase("/metrics")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/api/system/status")]
    public async Task Without_a_token_everything_is_closed(string path)
    {
        var answer = await service.Send(HttpMethod.Get, path, null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"code\":\"unauthenticated\""));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_is_public(string path) =>
        Assert.That((await service.Send(HttpMethod.Get, path, null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_forged_expired_or_misdirected_token_is_refused()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        string[] tokens =
        [
            Token("another key of at least thirty-two characters", now.AddMinutes(1)),
            Token(RunningService.Key, now.AddMinutes(-1)),
            Token(RunningService.Key, now.AddMinutes(1), audience: "someone-else"),
            Token(RunningService.Key, now.AddMinutes(1), algorithm: SecurityAlgorithms.HmacSha512),
            Unsigned(now.AddMinutes(1)),
            "not.a.token",
        ];
        foreach (var token in tokens)
            Assert.That((await service.Send(HttpMethod.Get, "/api/whoami", token)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized),
                token);
        var good = await service.Send(HttpMethod.Get, "/api/whoami", Token(RunningService.Key, now.AddMinutes(1)));
        Assert.That(await good.Content.ReadAsStringAsync(), Is.EqualTo("ada"));
    }

    [Test]
    public async Task A_token_with_a_role_nobody_knows_opens_nothing() =>
        Assert.That((await service.Send(HttpMethod.Get, "/api/whoami", service.TokenOf("root"))).StatusCode,
            Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase(Policies.Viewer, "viewer,trader,senior,admin")]
    [TestCase(Policies.Trader, "trader,senior,admin")]
    [TestCase(Policies.Senior, "senior,admin")]
    [TestCase(Policies.Admin, "admin")]
    [TestCase(Policies.Service, "service")]
    [TestCase(Policies.ViewerOrService, "viewer,trader,senior,admin,service")]
    public async Task A_role_opens_its_own_routes_and_those_below(string policy, string allowed)
    {
        foreach (var role in new[] { Roles.Viewer, Roles.Trader, Roles.Senior, Roles.Admin, Roles.Service })
        {
            var expected = allowed.Split(',').Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.That((await service.Send(HttpMethod.Get, $"/only/{policy}", service.TokenOf(role))).StatusCode, Is.EqualTo(expected),
                role);
        }
    }

    [Test]
    public async Task Metrics_are_given_in_the_prometheus_text_format()
    {
        await service.Send(HttpMethod.Get, "/api/whoami", service.TokenOf(Roles.Viewer));
        var answer = await service.Send(HttpMethod.Get, "/metrics", service.TokenOf(Roles.Viewer));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(text, Does.Contain("# TYPE http_server_request_duration_seconds histogram"));
        Assert.That(text, Does.Match("http_server_request_duration_seconds_bucket\\{.*le=\"\\+Inf\"\\} [1-9]"));
        Assert.That(text, Does.Match("http_server_request_duration_seconds_count\\{.*http_response_status_code=\"200\".*\\} [1-9]"));
        var sample = "^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[^\\n]*\\})? (-?[0-9.E+-]+|NaN)$";
        Assert.That(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'), Is.All.Match(sample));
    }

    private static void Routes(WebApplication app)
    {
        app.MapGet("/api/whoami", (ClaimsPrincipal user) => user.Identity!.Name);
        foreach (var policy in new[] { Policies.Viewer, Policies.Trader, Policies.Senior, Policies.Admin, Policies.Service,
            Policies.ViewerOrService })
            app.MapGet($"/only/{policy}", () => "open").RequireAuthorization(policy);
    }

    private static string Token(string key, DateTime expires, string audience = "superintel-fleet",
        string algorithm = SecurityAlgorithms.HmacSha256) =>
        Create(expires, audience, new SigningCredentials(new SymmetricSecurityKey(Pad(key)), algorithm));

    private static string Unsigned(DateTime expires) => Create(expires, "superintel-fleet", null);

    private static string Create(DateTime expires, string audience, SigningCredentials? credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Expires = expires,
            Subject = new ClaimsIdentity([new Claim("sub", "ada"), new Claim("role", Roles.Admin)]),
            SigningCredentials = credentials,
        });

    private static byte[] Pad(string key) => Encoding.UTF8.GetBytes(key);
}
