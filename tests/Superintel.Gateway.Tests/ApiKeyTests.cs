using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Superintel.Gateway.Tests;

internal sealed class ApiKeyTests : GatewayFixture
{
    [Test]
    public async Task A_key_reaches_as_far_as_its_scope_and_never_further_than_its_owner()
    {
        var admin = await TokenOfAdmin();
        var (_, reads) = await Issue(admin, "read");
        var (_, trades) = await Issue(admin, "read", "trade");
        var (_, traders) = await Issue(await TokenOf("trader"), "manage");
        Assert.That((await SendWithKey(HttpMethod.Get, "/api/orders", reads)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await SendWithKey(HttpMethod.Post, "/api/replay", reads, new { })).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await SendWithKey(HttpMethod.Post, "/api/replay", trades, new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await SendWithKey(HttpMethod.Put, "/api/risk/limits/x", trades, new { })).StatusCode,
            Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await SendWithKey(HttpMethod.Put, "/api/risk/limits/x", traders, new { })).StatusCode,
            Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await SendWithKey(HttpMethod.Get, "/api/auth/users", trades)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_key_makes_no_keys_and_a_revoked_or_altered_one_opens_nothing()
    {
        var admin = await TokenOfAdmin();
        var (id, key) = await Issue(admin, "manage");
        Assert.That((await SendWithKey(HttpMethod.Post, "/api/auth/api-keys", key, new { name = "child", scopes = new[] { "read" } }))
            .StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await SendWithKey(HttpMethod.Get, "/api/orders", key + "x")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await SendWithKey(HttpMethod.Get, "/api/orders", key)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Send(HttpMethod.Delete, $"/api/auth/api-keys/{id}", admin)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await SendWithKey(HttpMethod.Get, "/api/orders", key)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        var listed = await (await Send(HttpMethod.Get, "/api/auth/api-keys?limit=500", admin)).Content.ReadAsStringAsync();
        Assert.That(listed, Does.Contain(id).And.Not.Contain(key.Split('_')[2]));
    }

    [Test]
    public async Task Nobody_revokes_another_s_key()
    {
        var (id, _) = await Issue(await TokenOf("trader"), "read");
        Assert.That((await Send(HttpMethod.Delete, $"/api/auth/api-keys/{id}", await TokenOf("senior"))).StatusCode,
            Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("{\"name\":\"k\",\"scopes\":[]}", "scope-unknown")]
    [TestCase("{\"name\":\"k\",\"scopes\":[\"all\"]}", "scope-unknown")]
    [TestCase("{\"name\":\"\",\"scopes\":[\"read\"]}", "key-name-invalid")]
    [TestCase("{\"name\":\"k\",\"scopes\":[\"read\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}", "expiry-in-the-past")]
    public async Task A_key_that_breaks_the_rules_is_not_made(string body, string code)
    {
        var answer = await Send(HttpMethod.Post, "/api/auth/api-keys", await TokenOfAdmin(), JsonSerializer.Deserialize<JsonElement>(body));
        Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.BadRequest, code)));
    }

    private async Task<(string Id, string Key)> Issue(string token, params string[] scopes)
    {
        var answer = await Send(HttpMethod.Post, "/api/auth/api-keys", token, new { name = "a program", scopes });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var issued = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (issued.GetProperty("id").GetString()!, issued.GetProperty("key").GetString()!);
    }
}
