using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;

namespace Superintel.EndToEnd.Tests.Quiet;

public sealed class AuthenticationTests
{
    private static readonly string[] Routes =
    [
        "/api/system/fleet", "/api/instruments", "/api/bars?instrumentId=KO.XNYS&interval=1d", "/api/pairs",
            "/api/pairs/KO.XNYS~PG.XNYS/spread",
        "/api/signals", "/api/proposals", "/api/risk/limits", "/api/risk/verdicts", "/api/risk/kill-switch", "/api/orders", "/api/fills",
        "/api/positions", "/api/portfolio", "/api/portfolio/equity", "/api/journal", "/api/journal/verify", "/api/decisions/any",
        "/api/messages/dead", "/api/replay", "/api/auth/me", "/metrics", "/api/no-such-route",
    ];

    private static readonly string[] Commands =
    [
        "/api/proposals/any/approve", "/api/proposals/any/decline", "/api/risk/kill-switch", "/api/replay", "/api/import",
            "/api/auth/api-keys",
    ];

    private static HttpClient Anonymous() => new() { BaseAddress = SharedFleet.Fleet.Desk.Address };

    [TestCaseSource(nameof(Routes))]
    public async Task Route_without_a_token_answers_401(string route)
    {
        using var http = Anonymous();
        using var answer = await http.GetAsync(route);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Command_without_a_token_answers_401(string route)
    {
        using var http = Anonymous();
        using var answer = await http.PostAsJsonAsync(route, new { });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Forged_token_answers_401()
    {
        using var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGVzIjpbImFkbWluIl19.");
        using var answer = await http.GetAsync("/api/orders");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public void Live_feed_without_a_token_is_refused()
    {
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(SharedFleet.Fleet.Desk.Address) { Scheme = "ws", Path = "/ws/live" }.Uri;
        Assert.That(() => socket.ConnectAsync(address, CancellationToken.None), Throws.InstanceOf<WebSocketException>());
    }

    [Test]
    public async Task Wrong_password_is_refused_without_saying_which_part_was_wrong()
    {
        using var http = Anonymous();
        using var unknown = await http.PostAsJsonAsync("/api/auth/login", new { user = "nobody", password = "x" });
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await unknown.Content.ReadAsStringAsync(), Does.Not.Contain("nobody"));
    }
}
