using Superintel.Gateway.Access.ApiKeys;
using Superintel.Gateway.Access.Recording;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access;

/// <summary>My API keys.</summary>
internal static class ApiKeyEndpoints
{
    private const int LongestDays = 365;

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth/api-keys").RequireAuthorization(Policies.Viewer).WithTags("Access");
        group.MapGet("/", List).WithSummary("My API keys");
        group.MapPost("/", Create).WithSummary("A new API key; its text is shown this once");
        group.MapDelete("/{id}", Revoke).WithSummary("Revoke a key");
    }

    private static async Task<object> List(HttpContext http, ApiKeyStore keys, CancellationToken ct) =>
        new { items = await keys.Of(http.User.Identity!.Name!, ct) };

    private static async Task<IResult> Create(NewKey request, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        if (request.Label.Length is < 1 or > 100) throw new RefusedRequestException("label-invalid", "A label has 1 to 100 characters.");
        if (request.Days is < 1 or > LongestDays) throw new RefusedRequestException("days-out-of-range", $"days must be between 1 and {LongestDays}.");
        if (request.Scopes.Count == 0 || request.Scopes.Any(scope => !Scopes.All.Contains(scope)))
            throw new RefusedRequestException("scope-unknown", $"scopes are one or more of {string.Join(", ", Scopes.All)}.");
        var owner = http.User.Identity!.Name!;
        var expires = TimeProvider.System.GetUtcNow().AddDays(request.Days);
        var (id, text) = await transactions.Run(
            async (scope, inner) =>
            {
                var made = await ApiKeyStore.Add(scope.GetRequiredService<DbSession>(), owner, request.Label, request.Scopes, expires, inner);
                await scope.GetRequiredService<AccessRecorder>().Record(owner, "api-key-created", $"{made.Id} {string.Join(' ', request.Scopes)}", inner);
                return made;
            },
            ct);
        return Results.Created($"/api/auth/api-keys/{id}", new { id, key = text, request.Scopes, expiresAt = expires });
    }

    private static async Task<IResult> Revoke(string id, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        var owner = http.User.Identity!.Name!;
        var revoked = await transactions.Run(
            async (scope, inner) =>
            {
                if (!await ApiKeyStore.Revoke(scope.GetRequiredService<DbSession>(), owner, id, inner)) return false;
                await scope.GetRequiredService<AccessRecorder>().Record(owner, "api-key-revoked", id, inner);
                return true;
            },
            ct);
        return revoked ? Results.NoContent() : Problems.Of(StatusCodes.Status404NotFound, "api-key-not-found", $"You have no working key '{id}'.");
    }

    internal sealed record NewKey(string Label, IReadOnlyList<string> Scopes, int Days = 90);
}
