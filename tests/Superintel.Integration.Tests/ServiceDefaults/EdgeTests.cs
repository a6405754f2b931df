using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class EdgeTests
{
    private PostgresDatabase database = null!;
    private RunningService service = null!;

    [OneTimeSetUp]
    public async Task StartService()
    {
        database = await PostgresDatabase.Create();
        service = await RunningService.Start(new ServiceSetup("edge", database.ConnectionString) { Routes = Routes });
    }

    [OneTimeTearDown]
    public async Task StopService()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("{\"amount\":1,\"mode\":\"reduce-only\"", "malformed-json")]
    [TestCase("{\"amount\":1,\"mode\":\"reduce-only\",\"extra\":1}", "malformed-json")]
    [TestCase("{\"amount\":1,\"amount\":2,\"mode\":\"reduce-only\"}", "malformed-json")]
    [TestCase("{\"amount\":\"1\",\"mode\":\"reduce-only\"}", "malformed-json")]
    [TestCase("{\"amount\":NaN,\"mode\":\"reduce-only\"}", "malformed-json")]
    [TestCase("{\"amount\":1,\"mode\":1}", "malformed-json")]
    [TestCase("{\"amount\":1,\"mode\":\"shut\"}", "malformed-json")]
    [TestCase("{\"amount\":1,\"mode\":null}", "malformed-json")]
    [TestCase("{\"mode\":\"active\"}", "malformed-json")]
    [TestCase("", "malformed-request")]
    public async Task A_body_that_is_not_what_the_route_takes_is_a_400_with_a_code(string body, string code)
    {
        var answer = await Post(body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await CodeOf(answer), Is.EqualTo(code));
    }

    [Test]
    public async Task A_right_body_is_answered_in_camel_and_kebab_case()
    {
        var answer = await Post("{\"amount\":1.50,\"mode\":\"reduce-only\"}");
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("{\"amount\":1.50,\"mode\":\"reduce-only\",\"comment\":null}"));
    }

    [Test]
    public async Task A_body_over_the_limit_is_a_413_and_one_of_another_kind_a_415()
    {
        var large = await Post($"{{\"comment\":\"{new string('x', 1 << 20)}\"}}");
        Assert.That((large.StatusCode, await CodeOf(large)), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "body-too-large")));
        var text = await service.Send(HttpMethod.Post, "/api/orders", Trader, new StringContent("hello", Encoding.UTF8, "text/plain"));
        Assert.That((text.StatusCode, await CodeOf(text)), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "media-type-unsupported")));
    }

    [TestCase("/api/list?limit=0", "limit-out-of-range")]
    [TestCase("/api/list?limit=501", "limit-out-of-range")]
    [TestCase("/api/list?limit=many", "malformed-request")]
    [TestCase("/api/list?cursor=!!!", "cursor-invalid")]
    [TestCase("/api/list?cursor=WyJhIiwiYiJd", "cursor-invalid")]
    [TestCase("/api/list?cursor=WyJhIl0", "cursor-invalid")]
    public async Task A_list_refuses_a_limit_or_a_cursor_that_it_cannot_have_given(string path, string code)
    {
        var answer = await service.Send(HttpMethod.Get, path, Trader);
        Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.BadRequest, code)));
    }

    [Test]
    public async Task A_list_is_read_to_its_end_by_following_its_cursors()
    {
        var seen = new List<int>();
        string? cursor = null;
        do
        {
            var answer = await service.Send(HttpMethod.Get, $"/api/list?limit=3&cursor={cursor}", Trader);
            var page = (await answer.Content.ReadFromJsonAsync<Page<int>>())!;
            seen.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 9)));
    }

    [TestCase("GET", "/api/nowhere", 404, "route-not-found")]
    [TestCase("DELETE", "/api/list", 405, "method-not-allowed")]
    [TestCase("GET", "/api/broken", 500, "internal-error")]
    [TestCase("GET", "/api/refusing", 409, "proposal-closed")]
    [TestCase("GET", "/api/refusing-early", 400, "price-not-positive")]
    public async Task Every_refusal_is_a_problem_with_a_code(string method, string path, int status, string code)
    {
        var answer = await service.Send(new HttpMethod(method), path, Trader);
        Assert.That(((int)answer.StatusCode, await CodeOf(answer)), Is.EqualTo((status, code)));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("a secret of ours").And.Not.Contain("Exception"));
    }

    private string Trader => service.TokenOf(Roles.Trader);

    private static void Routes(WebApplication app)
    {
        app.MapPost("/api/orders", (EdgeBody body) => body);
        app.MapGet("/api/list", ([AsParameters] PageQuery page) =>
        {
            var after = page.AfterSequence() ?? 0;
            return PageOf.Rows([.. Enumerable.Range(1, 9).Where(row => row > after).Take(page.Size() + 1)], page.Size(),
                row => [row.ToString()]);
        });
        app.MapGet("/api/broken", string () => throw new InvalidDataException("a secret of ours"));
        app.MapGet("/api/refusing", () => Problems.Of(StatusCodes.Status409Conflict, "proposal-closed", "It is over."));
        app.MapGet("/api/refusing-early", string () => throw new RefusedRequestException("price-not-positive", "A price is above zero."));
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private Task<HttpResponseMessage> Post(string body) =>
        service.Send(HttpMethod.Post, "/api/orders", Trader, new StringContent(body, Encoding.UTF8, "application/json"));
}
