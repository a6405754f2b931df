using Superintel.Gateway.Access.Recording;
using Superintel.Gateway.Access.Tokens;
using Superintel.Gateway.Access.Users;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access;

/// <summary>Administration of users and signing keys.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth").RequireAuthorization(Policies.Admin).WithTags("Access");
        group.MapGet("/users", List).WithSummary("All users");
        group.MapPost("/users", Create).WithSummary("A new user");
        group.MapPut("/users/{name}", Change).WithSummary("Change a user's role, password or whether the user may come in");
        group.MapPost("/signing-keys/rotate", Rotate).WithSummary("Sign with a new key from now on");
    }

    private static async Task<object> List(UserStore users, CancellationToken ct) =>
        new { items = (await users.All(ct)).Select(View) };

    private static async Task<IResult> Create(NewUser request, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        UserRules.CheckName(request.Name);
        UserRules.CheckPassword(request.Password);
        UserRules.CheckRole(request.Role);
        var hash = PasswordHash.Create(request.Password);
        var added = await transactions.Run(
            async (scope, inner) =>
            {
                if (!await UserStore.Add(scope.GetRequiredService<DbSession>(), request.Name, hash, request.Role, inner)) return false;
                await scope.GetRequiredService<AccessRecorder>().Record(http.User.Identity!.Name!, "user-created", $"{request.Name} as {request.Role}", inner);
                return true;
            },
            ct);
        return added
            ? Results.Created($"/api/auth/users/{request.Name}", new { request.Name, request.Role })
            : Problems.Of(StatusCodes.Status409Conflict, "user-exists", $"There is a user '{request.Name}' already.");
    }

    private static async Task<IResult> Change(
        string name, UserChange request, HttpContext http, KnownUsers known, ITransactions transactions, CancellationToken ct)
    {
        var admin = http.User.Identity!.Name!;
        if (name == admin && (request.Disabled == true || request.Role is not (null or Roles.Admin)))
            return Problems.Of(StatusCodes.Status409Conflict, "own-account", "You cannot take your own administration away.");
        if (request.Role is not null) UserRules.CheckRole(request.Role);
        if (request.Password is not null) UserRules.CheckPassword(request.Password);
        var hash = request.Password is null ? null : PasswordHash.Create(request.Password);
        var detail = $"{name}: role {request.Role ?? "kept"}, disabled {request.Disabled?.ToString() ?? "kept"}, password {(hash is null ? "kept" : "new")}";
        var changed = await transactions.Run(
            async (scope, inner) =>
            {
                if (!await UserStore.Change(scope.GetRequiredService<DbSession>(), name, hash, request.Role, request.Disabled, inner)) return false;
                await scope.GetRequiredService<AccessRecorder>().Record(admin, "role-changed", detail, inner);
                return true;
            },
            ct);
        known.Forget(name);
        return changed ? Results.NoContent() : Problems.Of(StatusCodes.Status404NotFound, "user-not-found", $"There is no user '{name}'.");
    }

    private static async Task<object> Rotate(HttpContext http, SigningKeys keys, ITransactions transactions, CancellationToken ct)
    {
        var id = await keys.Rotate(ct);
        await transactions.Run(
            async (scope, inner) =>
            {
                await scope.GetRequiredService<AccessRecorder>().Record(http.User.Identity!.Name!, "signing-key-rotated", id, inner);
                return true;
            },
            ct);
        return new { keyId = id };
    }

    private static object View(UserAccount user) => new { user.Name, user.Role, user.Disabled, user.CreatedAt };

    internal sealed record NewUser(string Name, string Password, string Role);

    internal sealed record UserChange(string? Role = null, string? Password = null, bool? Disabled = null);
}
