using System.Text.Json.Nodes;
using Superintel.Gateway.Routing;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Messages;

/// <summary>Dead messages of every service in one list; replayed or discarded where they lie.</summary>
internal static class DeadMessageEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapDeadMessagesOfAll(this IEndpointRouteBuilder routes)
    {
        // The gateway has such routes of its own as every service does; these come before them.
        var group = routes.MapGroup("/api/messages/dead").WithTags("Messages").WithOrder(-1);
        group.MapGet("/", List).RequireAuthorization(Policies.Viewer).WithSummary("Dead messages of all services, or of ?service=");
        group.MapPost("/{service}/{id:long}/replay", Replay).RequireAuthorization(Policies.Senior).WithSummary("Handle a dead message again");
        group.MapPost("/{service}/{id:long}/discard", Discard).RequireAuthorization(Policies.Senior).WithSummary("Give a dead message up for good");
    }

    private static async Task<object> List([AsParameters] PageQuery page, ServiceClients services, CancellationToken ct, string? service = null)
    {
        if (service is not null) Check(service);
        if (service is null && page.Cursor is not null)
            throw new RefusedRequestException("service-required", "To page on, name the service: each keeps its own list.");
        var asked = service is null ? RouteTable.Services : [service];
        var query = $"/api/messages/dead?limit={page.Size()}{(page.Cursor is null ? "" : $"&cursor={Uri.EscapeDataString(page.Cursor)}")}";
        var pages = await Task.WhenAll(asked.Select(async name => (name, page: await services.TryGet(name, query, Patience, ct))));
        return new
        {
            items = pages.SelectMany(p => p.page?["items"]?.AsArray().Select(item => Named(p.name, item!)) ?? []),
            next = service is null ? null : (string?)pages[0].page?["next"],
            unreachable = pages.Where(p => p.page is null).Select(p => p.name),
        };
    }

    private static Task<IResult> Replay(string service, long id, HttpContext http, ServiceClients services, CancellationToken ct) =>
        Forward(http, services, service, $"/api/messages/dead/{id}/replay", ct);

    private static Task<IResult> Discard(string service, long id, HttpContext http, ServiceClients services, CancellationToken ct) =>
        Forward(http, services, service, $"/api/messages/dead/{id}/discard", ct);

    private static async Task<IResult> Forward(HttpContext http, ServiceClients services, string service, string path, CancellationToken ct)
    {
        Check(service);
        using var answer = await services.AskFor(http, service, HttpMethod.Post, path, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        return Results.Text(body, answer.Content.Headers.ContentType?.ToString() ?? "application/json", statusCode: (int)answer.StatusCode);
    }

    private static JsonNode Named(string service, JsonNode message)
    {
        var named = message.DeepClone().AsObject();
        named["service"] = service;
        return named;
    }

    private static void Check(string service)
    {
        if (!RouteTable.Services.Contains(service)) throw new RefusedRequestException("service-unknown", $"There is no service '{service}'.");
    }
}
