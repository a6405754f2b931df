using System.Globalization;
using System.Security.Claims;
using Superintel.Gateway.Fleet;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Messages;

/// <summary>/api/messages/dead over all services.</summary>
internal static class DeadMessageEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapDeadMessages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/messages/dead").WithTags("Messages");
        group.MapGet("/", List).RequireAuthorization(Policies.Viewer).WithSummary("Messages that no handler could take, newest first");
        group.MapGet("/{service}/{id:long}", Get).RequireAuthorization(Policies.Viewer).WithSummary("One of them with its body")
            .Produces<DeadMessageView>();
        group.MapPost("/{service}/{id:long}/replay", Replay).RequireAuthorization(Policies.Senior)
            .WithSummary("Give it to the handlers again").Produces<ReplayReply>();
        group.MapPost("/{service}/{id:long}/discard", Discard).RequireAuthorization(Policies.Senior).WithSummary("Forget it").Produces(204);
    }

    private static async Task<DeadMessagePage> List([AsParameters] PageQuery page, ServiceClient services, CancellationToken ct)
    {
        var size = page.Size();
        var last = page.After(services.Known.Count) ?? [.. services.Known.Select(_ => string.Empty)];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        var asked = await Task.WhenAll(
            services.Known.Select((service, index) => Ask(services, service, last[index], size, deadline.Token, ct)));
        var all = asked.SelectMany(rows => rows ?? []).OrderByDescending(row => row.FailedAt)
            .ThenBy(row => row.Service, StringComparer.Ordinal).ThenByDescending(row => row.Id);
        var items = all.Take(size).ToList();
        var more = asked.Any(rows => rows?.Count > 0) && asked.Sum(rows => rows?.Count ?? 0) > size;
        foreach (var shown in items) last[services.Known.ToList().IndexOf(shown.Service)] = shown.Id.ToString(CultureInfo.InvariantCulture);
        var unreachable = services.Known.Where((_, index) => asked[index] is null).ToList();
        return new DeadMessagePage(items, more ? Cursor.Encode(last) : null, unreachable);
    }

    /// <returns>One row more than asked for where there are more; null when the service does not answer.</returns>
    private static async Task<IReadOnlyList<DeadMessageView>?> Ask(
        ServiceClient services, string service, string before, int size, CancellationToken deadline, CancellationToken caller)
    {
        var limit = Math.Min(size + 1, PageQuery.MaximumLimit);
        var cursor = before.Length == 0 ? string.Empty : $"&cursor={Cursor.Encode(before)}";
        try
        {
            using var answer = await services.Get(service, $"/api/messages/dead?limit={limit}{cursor}", deadline);
            answer.EnsureSuccessStatusCode();
            var rows = (await answer.Content.ReadFromJsonAsync<Page<DeadMessage>>(deadline))!.Items;
            return [.. rows.Select(row => new DeadMessageView(
                service, row.Id, row.EventId, row.Type, row.Code, row.Error, row.Attempts, row.FailedAt, row.Traceparent, row.Body))];
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !caller.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Task<IResult> Get(string service, long id, HttpContext http, ServiceClient services, CancellationToken ct) =>
        Forward(HttpMethod.Get, service, $"/api/messages/dead/{id}", http, services, ct);

    private static Task<IResult> Replay(string service, long id, HttpContext http, ServiceClient services, CancellationToken ct) =>
        Forward(HttpMethod.Post, service, $"/api/messages/dead/{id}/replay", http, services, ct);

    private static Task<IResult> Discard(string service, long id, HttpContext http, ServiceClient services, CancellationToken ct) =>
        Forward(HttpMethod.Post, service, $"/api/messages/dead/{id}/discard", http, services, ct);

    private static async Task<IResult> Forward(HttpMethod method, string service, string path, HttpContext http, ServiceClient services,
        CancellationToken ct)
    {
        if (!services.Known.Contains(service)) return Problems.Of(StatusCodes.Status404NotFound, "service-not-found",
            $"There is no service {service}.");
        var tokens = http.RequestServices.GetRequiredService<InternalTokens>();
        var token = tokens.For(http.User.Identity!.Name!, http.User.FindAll("role").Select(claim => claim.Value));
        try
        {
            using var answer = await services.Send(service, method, path, token, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return body.Length == 0
                ? Results.StatusCode((int)answer.StatusCode)
                : Results.Content(body, answer.Content.Headers.ContentType?.ToString(), statusCode: (int)answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            return Problems.Of(StatusCodes.Status502BadGateway, "service-unreachable", $"{service} does not answer.");
        }
    }
}
