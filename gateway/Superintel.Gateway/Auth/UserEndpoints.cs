using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Administrators keep the users and the signing keys.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth").WithTags("Auth").RequireAuthorization(Policies.Admin);
        group.MapGet("/users", List).WithSummary("Users by name");
        group.MapPost("/users", Create).WithSummary("A new user").ProducesProblem(400).ProducesProblem(409);
        group.MapPut("/users/{user}", Change).WithSummary("Change role or password, disable or enable; the user's sessions end")
            .ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/signing-keys/rotate", Rotate).WithSummary("Sign with a new key from now on; tokens already given stay good");
    }

    private static async Task<Page<UserView>> List([AsParameters] PageQuery page, UserStore users, CancellationToken ct)
    {
        var rows = await users.List(page.Size(), page.After(1)?[0], ct);
        return PageOf.Rows([.. rows.Select(View)], page.Size(), row => [row.User]);
    }

    private static async Task<Results<Created<UserView>, ProblemHttpResult>> Create(
        NewUser request, ClaimsPrincipal caller, ITransactions transactions, IOptions<AccessOptions> options, CancellationToken ct)
    {
        AccountRules.CheckName(request.User);
        AccountRules.CheckRole(request.Role);
        AccountRules.CheckPassword(request.Password, request.User);
        var hash = PasswordHash.Of(request.Password, options.Value.PasswordIterations);
        var created = await transactions.Run(
            async (scope, inner) =>
            {
                var users = scope.GetRequiredService<UserStore>();
                if (!await users.Add(request.User, request.Role, hash, inner)) return null;
                await scope.GetRequiredService<AccessLog>()
                    .Record(caller.Identity!.Name!, "user-created", $"{request.User} as {request.Role}", inner);
                return await users.Find(request.User, inner);
            },
            ct);
        return created is null
            ? Problems.Of(StatusCodes.Status409Conflict, "user-exists", $"There is a user {request.User} already.")
            : TypedResults.Created($"/api/auth/users/{created.Name}", View(created));
    }

    private static async Task<Results<Ok<UserView>, ProblemHttpResult>> Change(
        string user, UserChange change, ClaimsPrincipal caller, ITransactions transactions, LiveSessions sessions, LiveApiKeys keys,
            IOptions<AccessOptions> options, CancellationToken ct)
    {
        if (change.Role is not null) AccountRules.CheckRole(change.Role);
        if (change.Password is not null) AccountRules.CheckPassword(change.Password, user);
        var hash = change.Password is null ? null : PasswordHash.Of(change.Password, options.Value.PasswordIterations);
        var result = await transactions.Run((scope, inner) => Apply(scope, user, change, hash, caller.Identity!.Name!, inner), ct);
        sessions.Forget();
        keys.Forget();
        return result;
    }

    private static async Task<Results<Ok<UserView>, ProblemHttpResult>> Apply(
        IServiceProvider scope, string name, UserChange change, string? hash, string by, CancellationToken ct)
    {
        var users = scope.GetRequiredService<UserStore>();
        var administrators = await users.CountAdministrators(ct);
        if (await users.Find(name, ct) is not { } before)
            return Problems.Of(StatusCodes.Status404NotFound, "user-not-found", $"There is no user {name}.");
        var after = before with
        {
            Role = change.Role ?? before.Role,
            Disabled = change.Disabled ?? before.Disabled,
            PasswordHash = hash ?? before.PasswordHash,
        };
        var wasAdministrator = before is { Role: Roles.Admin, Disabled: false };
        if (wasAdministrator && after is not { Role: Roles.Admin, Disabled: false } && administrators == 1)
            return Problems.Of(StatusCodes.Status409Conflict, "last-administrator",
                "Without this administrator nobody could manage users.");
        await users.Save(after, ct);
        await scope.GetRequiredService<SessionStore>().RevokeAllOf(name, ct);
        var what = $"{name}: {before.Role} -> {after.Role}{(after.Disabled ? ", disabled" : string.Empty)}"
            + (hash is null ? string.Empty : ", password set");
        await scope.GetRequiredService<AccessLog>().Record(by, "role-changed", what, ct);
        return TypedResults.Ok(View(after));
    }

    private static async Task<RotatedKey> Rotate(ClaimsPrincipal caller, SigningKeys keys, ITransactions transactions, CancellationToken ct)
    {
        var id = (await keys.Rotate(always: true, ct))!;
        await transactions.Run(
            async (scope, inner) => await scope.GetRequiredService<AccessLog>()
                .Record(caller.Identity!.Name!, "signing-key-rotated", id, inner), ct);
        return new RotatedKey(id);
    }

    private static UserView View(User user) => new(user.Name, user.Role, user.Disabled, user.CreatedAt);
}
