using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

internal sealed class SignInTests : GatewayFixture
{
    [Test]
    public async Task The_first_administrator_signs_in_and_is_told_his_role_and_when_the_token_ends()
    {
        var grant = await SignIn();
        Assert.That(grant.GetProperty("roles").EnumerateArray().Select(role => role.GetString()), Is.EqualTo(new[] { "admin" }));
        Assert.That(grant.GetProperty("expiresAt").GetDateTimeOffset(), Is.GreaterThan(TimeProvider.System.GetUtcNow()));
        var me = await Send(HttpMethod.Get, "/api/auth/me", grant.GetProperty("accessToken").GetString());
        Assert.That(await me.Content.ReadAsStringAsync(), Is.EqualTo("{\"user\":\"owner\",\"roles\":[\"admin\"],\"via\":\"session\"}"));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer()
    {
        await TokenOf("viewer", "known");
        var wrong = await Login("known", "not the password");
        var unknown = await Login("unknown", "not the password");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await CodeOf(unknown), Is.EqualTo("wrong-credentials").And.EqualTo(await CodeOf(wrong)));
    }

    [Test]
    public async Task Wrong_passwords_lock_the_account_longer_and_longer_and_the_right_one_opens_it_after()
    {
        await TokenOf("viewer", "locked");
        for (var attempt = 0; attempt < 5; attempt++) Assert.That((await Login("locked", "wrong")).StatusCode,
            Is.EqualTo(HttpStatusCode.Unauthorized));
        var refused = await Login("locked", AdminPassword);
        Assert.That((refused.StatusCode, await CodeOf(refused)), Is.EqualTo((HttpStatusCode.TooManyRequests, "account-locked")));
        Assert.That(refused.Headers.RetryAfter, Is.Not.Null);
        var first = await LockedFor("locked");
        await Outlast("locked");
        Assert.That((await Login("locked", "wrong")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        var second = await LockedFor("locked");
        Assert.That((first, second), Is.EqualTo((30.0, 60.0)));
        await Outlast("locked");
        Assert.That((await Login("locked", AdminPassword)).IsSuccessStatusCode, Is.True);
        Assert.That((await Login("locked", "wrong")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await Login("locked", AdminPassword)).IsSuccessStatusCode, Is.True);
        Assert.That(await Actions("locked"), Is.SupersetOf(new[] { "login-failed", "lockout", "login" }));
    }

    [Test]
    public async Task Guesses_made_at_the_same_time_gain_nothing()
    {
        await TokenOf("viewer", "hurried");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Login("hurried", "wrong")));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task A_refresh_token_is_good_once_and_a_second_use_ends_the_session()
    {
        var first = await SignIn();
        var second = await (await Refresh(first)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(await Status(second), Is.EqualTo(HttpStatusCode.OK));
        var stolen = await Refresh(first);
        Assert.That((stolen.StatusCode, await CodeOf(stolen)), Is.EqualTo((HttpStatusCode.Unauthorized, "refresh-token-invalid")));
        Assert.That((await Refresh(second)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Status(second), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Signing_out_ends_the_token_at_once()
    {
        var grant = await SignIn();
        Assert.That(await Status(grant), Is.EqualTo(HttpStatusCode.OK));
        await Send(HttpMethod.Post, "/api/auth/logout", grant.GetProperty("accessToken").GetString());
        Assert.That(await Status(grant), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_disabled_user_is_out_and_the_last_administrator_cannot_be_disabled()
    {
        var token = await TokenOf("trader", "leaver");
        var admin = await TokenOfAdmin();
        Assert.That((await Send(HttpMethod.Get, "/api/auth/me", token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Send(HttpMethod.Put, "/api/auth/users/leaver", admin, new { disabled = true })).StatusCode,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Send(HttpMethod.Get, "/api/auth/me", token)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await Login("leaver", AdminPassword)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        var last = await Send(HttpMethod.Put, "/api/auth/users/owner", admin, new { role = "viewer" });
        Assert.That((last.StatusCode, await CodeOf(last)), Is.EqualTo((HttpStatusCode.Conflict, "last-administrator")));
    }

    [TestCase("{\"user\":\"a\",\"password\":\"correct horse battery\",\"role\":\"viewer\"}", "user-name-invalid")]
    [TestCase("{\"user\":\"bob\",\"password\":\"short\",\"role\":\"viewer\"}", "password-too-weak")]
    [TestCase("{\"user\":\"bob\",\"password\":\"aaaaaaaaaaaaaaaa\",\"role\":\"viewer\"}", "password-too-weak")]
    [TestCase("{\"user\":\"bob\",\"password\":\"correct horse battery\",\"role\":\"root\"}", "role-unknown")]
    public async Task A_user_who_breaks_the_rules_is_not_made(string body, string code)
    {
        var answer = await Send(HttpMethod.Post, "/api/auth/users", await TokenOfAdmin(), JsonSerializer.Deserialize<JsonElement>(body));
        Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.BadRequest, code)));
    }

    [Test]
    public async Task Passwords_are_stored_with_600_000_rounds_of_pbkdf2()
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        var stored = await connection.QueryAsync<string>("SELECT password_hash FROM gateway.app_user");
        Assert.That(stored, Is.All.StartsWith("pbkdf2-sha256$600000$"));
    }

    private Task<HttpResponseMessage> Login(string user, string password) =>
        Http.PostAsJsonAsync("/api/auth/login", new { user, password });

    private Task<HttpResponseMessage> Refresh(JsonElement grant) =>
        Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = grant.GetProperty("refreshToken").GetString() });

    private async Task<HttpStatusCode> Status(JsonElement grant) =>
        (await Send(HttpMethod.Get, "/api/auth/me", grant.GetProperty("accessToken").GetString())).StatusCode;

    private async Task<double> LockedFor(string name)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return await connection.ExecuteScalarAsync<double>(
            "SELECT extract(epoch FROM locked_until - last_at)::float8 FROM gateway.sign_in_attempt WHERE name = @name", new { name });
    }

    // As if the time had passed: a test that waited for it could not say what happens while the lock still holds.
    private async Task Outlast(string name)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.ExecuteAsync("UPDATE gateway.sign_in_attempt SET locked_until = now() WHERE name = @name", new { name });
    }

    private async Task<IEnumerable<string>> Actions(string user)
    {
        // The outbox empties itself: what left it is remembered by nobody here, so the sequence of the table says how much there was.
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return await connection.QueryAsync<string>("SELECT DISTINCT action FROM access_seen WHERE who = @user", new { user });
    }

    [OneTimeSetUp]
    public async Task RememberWhatIsTold()
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.ExecuteAsync(
            """
            CREATE TABLE access_seen (who text, action text);
            CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN INSERT INTO public.access_seen SELECT new.payload::json->>'user', new.payload::json->>'action'; RETURN new; END $$;
            CREATE TRIGGER remember AFTER INSERT ON gateway.outbox FOR EACH ROW EXECUTE FUNCTION public.remember();
            """);
    }
}
