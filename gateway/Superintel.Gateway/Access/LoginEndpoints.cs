using Superintel.Gateway.Access.Recording;
using Superintel.Gateway.Access.Tokens;
using Superintel.Gateway.Access.Users;
using Superintel.Gateway.Limits;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Access;

/// <summary>Sign in, sign out, who am I, a new password.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth").WithTags("Access");
        group.MapPost("/login", Login).AllowAnonymous().WithSummary("Sign in with user and password").Produces<LoginReply>();
        group.MapPost("/logout", Logout).RequireAuthorization(Policies.Viewer).WithSummary("End all of my tokens");
        group.MapGet("/me", Me).RequireAuthorization(Policies.Viewer).WithSummary("Who I am");
        group.MapPost("/password", ChangePassword).RequireAuthorization(Policies.Viewer).WithSummary("Change my password; ends all of my tokens");
    }

    private static async Task<IResult> Login(
        LoginRequest request, HttpContext http, UserStore users, Lockout lockout, AccessTokens tokens, RateLimiter limiter,
        ITransactions transactions, CancellationToken ct)
    {
        var caller = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (await limiter.Take($"login:{caller}", limiter.Options.LoginsPerMinute) is { } retry) return limiter.Refuse(http, retry);
        var now = TimeProvider.System.GetUtcNow();
        var name = request.User.Length <= 64 ? request.User : request.User[..64];
        if (await lockout.Remaining(name, now, ct) is { Ticks: > 0 } wait) return Locked(http, wait);
        var user = await users.Find(name, ct);
        // Hashed whether or not the user exists: the time an answer takes must not tell.
        var matches = request.Password.Length <= UserRules.LongestPassword && PasswordHash.Matches(request.Password, user?.PasswordHash ?? PasswordHash.OfNobody);
        if (user is null || !matches || user.Disabled)
        {
            var locked = await lockout.Fail(name, now, ct);
            await Record(transactions, name, locked > TimeSpan.Zero ? "lockout" : "login-failed", caller, ct);
            return Problems.Of(StatusCodes.Status401Unauthorized, "wrong-credentials", "User or password is wrong.");
        }

        await lockout.Forgive(name, ct);
        await Record(transactions, name, "login", caller, ct);
        var (token, expires) = tokens.For(user);
        return Results.Ok(new LoginReply(token, expires, [user.Role], user.Name));
    }

    private static async Task<IResult> Logout(HttpContext http, KnownUsers known, ITransactions transactions, CancellationToken ct)
    {
        var name = http.User.Identity!.Name!;
        await transactions.Run(
            async (scope, inner) =>
            {
                await UserStore.Change(scope.GetRequiredService<DbSession>(), name, null, null, null, inner);
                await scope.GetRequiredService<AccessRecorder>().Record(name, "logout", "", inner);
                return true;
            },
            ct);
        known.Forget(name);
        return Results.NoContent();
    }

    private static MeReply Me(HttpContext http) => new(
        http.User.Identity!.Name!,
        [.. http.User.FindAll(EdgeClaims.Role).Select(claim => claim.Value)],
        [.. http.User.FindAll(EdgeClaims.Scope).Select(claim => claim.Value)]);

    private static async Task<IResult> ChangePassword(
        PasswordRequest request, HttpContext http, UserStore users, KnownUsers known, ITransactions transactions, CancellationToken ct)
    {
        var name = http.User.Identity!.Name!;
        UserRules.CheckPassword(request.New);
        if (await users.Find(name, ct) is not { } user || !PasswordHash.Matches(request.Current, user.PasswordHash))
            return Problems.Of(StatusCodes.Status403Forbidden, "wrong-credentials", "The current password is wrong.");
        var hash = PasswordHash.Create(request.New);
        await transactions.Run(
            async (scope, inner) =>
            {
                await UserStore.Change(scope.GetRequiredService<DbSession>(), name, hash, null, null, inner);
                await scope.GetRequiredService<AccessRecorder>().Record(name, "password-changed", "", inner);
                return true;
            },
            ct);
        known.Forget(name);
        return Results.NoContent();
    }

    private static Task<bool> Record(ITransactions transactions, string user, string action, string detail, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            await scope.GetRequiredService<AccessRecorder>().Record(user, action, detail, inner);
            return true;
        },
        ct);

    private static IResult Locked(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString();
        return Problems.Of(StatusCodes.Status429TooManyRequests, "locked-out", $"Too many wrong passwords; try again in {seconds} s.");
    }

    internal sealed record LoginRequest(string User, string Password);

    internal sealed record LoginReply(string AccessToken, DateTimeOffset ExpiresAt, IReadOnlyList<string> Roles, string User);

    internal sealed record MeReply(string User, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes);

    internal sealed record PasswordRequest(string Current, string New);
}
