using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Superintel.Gateway.Tests;

internal sealed partial class RouteTests : GatewayFixture
{
    [Test]
    public void The_public_routes_are_these_and_no_others()
    {
        var open = Routes().Where(route => route.Policies is null).Select(route => $"{route.Method} {route.Path}");
        Assert.That(open.Order(StringComparer.Ordinal), Is.EqualTo(new[]
        {
            "GET /docs", "GET /docs/docs.css", "GET /docs/docs.js", "GET /health/live", "GET /health/ready", "GET /x",
            "POST /api/auth/login", "POST /api/auth/refresh",
        }));
    }

    [Test]
    public async Task Every_other_route_refuses_without_a_token_and_with_a_forged_one()
    {
        var closed = Routes().Where(route => route.Policies is not null).ToList();
        Assert.That(closed, Has.Count.GreaterThan(45));
        foreach (var route in closed)
        {
            foreach (var token in new[] { null, "forged", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvd25lciIsInJvbGUiOiJhZG1pbiJ9." })
            {
                var answer = await Send(new HttpMethod(route.Method), route.Path, token);
                Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.Unauthorized, "unauthenticated")),
                    $"{route} with {token}");
            }
        }
    }

    [Test]
    public async Task Every_route_above_viewer_refuses_the_role_below()
    {
        var below = new Dictionary<string, string>
        {
            ["trader"] = await TokenOf("viewer"),
            ["senior"] = await TokenOf("trader"),
            ["admin"] = await TokenOf("senior"),
        };
        var tried = 0;
        foreach (var route in Routes())
        {
            foreach (var policy in route.Policies ?? [])
            {
                if (!below.TryGetValue(policy, out var token)) continue;
                var answer = await Send(new HttpMethod(route.Method), route.Path, token);
                Assert.That((answer.StatusCode, await CodeOf(answer)), Is.EqualTo((HttpStatusCode.Forbidden, "role-required")),
                    route.ToString());
                tried++;
            }
        }

        Assert.That(tried, Is.GreaterThanOrEqualTo(10));
    }

    [TestCase("/api/hidden")]
    [TestCase("/api/system/status/x")]
    [TestCase("/api/messages/nowhere")]
    public async Task What_is_not_in_the_table_of_routes_is_not_reachable(string path) =>
        Assert.That((await Send(HttpMethod.Get, path, await TokenOfAdmin())).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    /// <summary>Taken from the running gateway, so that a new route is tested without anybody remembering to.</summary>
    private IEnumerable<Route> Routes() => Gateway.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Route(
            method,
            Filled(endpoint.RoutePattern.RawText!),
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null : [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
                .Select(data => data.Policy ?? string.Empty)])))
        .DistinctBy(route => (route.Method, route.Path));

    private static string Filled(string pattern)
    {
        var path = Parameter().Replace(pattern, match => match.Value.Contains(":long", StringComparison.Ordinal) ? "1" : "x").TrimEnd('/');
        return path.StartsWith('/') ? path : "/" + path;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Route(string Method, string Path, IReadOnlyList<string>? Policies);
}
