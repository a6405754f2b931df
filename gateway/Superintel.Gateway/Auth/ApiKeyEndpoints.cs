using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>People make keys for their programs.</summary>
internal static class ApiKeyEndpoints
{
    private const int LongestName = 100;

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth/api-keys").WithTags("Auth").RequireAuthorization(GatewayAuthentication.SessionPolicy);
        group.MapGet("/", List).WithSummary("The caller's keys; an administrator sees all");
        group.MapPost("/", Issue).WithSummary("A new key, shown this once").ProducesProblem(400);
        group.MapDelete("/{id}", Revoke).WithSummary("Revoke a key").ProducesProblem(404);
    }

    private static async Task<Page<ApiKeyView>> List([AsParameters] PageQuery page, ClaimsPrincipal caller, ApiKeyStore keys,
        CancellationToken ct)
    {
        var rows = await keys.List(OwnerFilter(caller), page.Size(), page.After(1)?[0], ct);
        return PageOf.Rows([.. rows.Select(View)], page.Size(), row => [row.Id]);
    }

    private static async Task<Created<IssuedApiKey>> Issue(NewApiKey request, ClaimsPrincipal caller, ITransactions transactions,
        CancellationToken ct)
    {
        if (request.Name.Length is 0 or > LongestName) throw new RefusedRequestException("key-name-invalid",
            $"A key's name has 1 to {LongestName} characters.");
        if (request.Scopes.Count == 0 || request.Scopes.Except(ApiKeyScope.All).Any())
            throw new RefusedRequestException("scope-unknown",
                $"A key has at least one of the scopes {string.Join(", ", ApiKeyScope.All)}.");
        if (request.ExpiresAt <= TimeProvider.System.GetUtcNow()) throw new RefusedRequestException("expiry-in-the-past",
            "expiresAt has passed already.");
        var id = Guid.CreateVersion7().ToString("N");
        var secret = SecretText.New();
        var owner = caller.Identity!.Name!;
        var scope = ApiKeyScope.All.Last(request.Scopes.Contains);
        var key = new ApiKey(id, owner, request.Name, scope, SecretText.Hash(secret), default, request.ExpiresAt?.ToUniversalTime(), null);
        await transactions.Run(
            async (services, inner) =>
            {
                await services.GetRequiredService<ApiKeyStore>().Add(key, inner);
                await services.GetRequiredService<AccessLog>().Record(owner, "api-key-created", $"{id} ({scope}): {request.Name}", inner);
            },
            ct);
        return TypedResults.Created($"/api/auth/api-keys/{id}", new IssuedApiKey(id, LiveApiKeys.Format(id, secret)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        string id, ClaimsPrincipal caller, ITransactions transactions, LiveApiKeys keys, CancellationToken ct)
    {
        var owner = await transactions.Run(
            async (scope, inner) =>
            {
                var revoked = await scope.GetRequiredService<ApiKeyStore>().Revoke(id, OwnerFilter(caller), inner);
                if (revoked is not null) await scope.GetRequiredService<AccessLog>()
                    .Record(caller.Identity!.Name!, "api-key-revoked", $"{id} of {revoked}", inner);
                return revoked;
            },
            ct);
        keys.Forget();
        return owner is null ? Problems.Of(StatusCodes.Status404NotFound, "key-not-found",
            $"There is no key {id} to revoke.") : TypedResults.NoContent();
    }

    private static string? OwnerFilter(ClaimsPrincipal caller) => caller.IsInRole(Roles.Admin) ? null : caller.Identity!.Name;

    private static ApiKeyView View(ApiKey key) =>
        new(key.Id, key.UserName, key.Name, [key.Scope], key.CreatedAt, key.ExpiresAt, key.RevokedAt);
}
