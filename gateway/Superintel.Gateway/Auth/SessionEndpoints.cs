using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Gateway.Auth;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth").WithTags("Auth");
        group.MapPost("/login", Login).AllowAnonymous().WithSummary("Sign in").ProducesProblem(401).ProducesProblem(429);
        group.MapPost("/refresh", Refresh).AllowAnonymous().WithSummary("A new access token for a refresh token").ProducesProblem(401);
        group.MapPost("/logout", Logout).RequireAuthorization(GatewayAuthentication.SessionPolicy).WithSummary("End this session");
        group.MapGet("/me", Who).RequireAuthorization(Policies.Viewer).WithSummary("Who the caller is");
        group.MapPost("/password", ChangePassword).RequireAuthorization(GatewayAuthentication.SessionPolicy)
            .WithSummary("Change the own password; all sessions end").ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<Results<Ok<TokenGrant>,
        ProblemHttpResult>> Login(LoginRequest request, SignIn signIn, HttpContext http, CancellationToken ct)
    {
        var from = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        // No name is longer; what is not stored cannot fill the table.
        var outcome = request.User.Length > 64 || request.Password.Length > 256
            ? new SignInOutcome(null, "wrong-credentials")
            : await signIn.With(request.User, request.Password, from, ct);
        return Answer(outcome, http);
    }

    private static async Task<Results<Ok<TokenGrant>,
        ProblemHttpResult>> Refresh(RefreshRequest request, SignIn signIn, HttpContext http, CancellationToken ct) =>
        Answer(await signIn.Refresh(request.RefreshToken, ct), http);

    private static Results<Ok<TokenGrant>, ProblemHttpResult> Answer(SignInOutcome outcome, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (outcome.Grant is { } grant) return TypedResults.Ok(grant);
        if (outcome.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString();
            return Problems.Of(StatusCodes.Status429TooManyRequests, outcome.Code!,
                $"Too many wrong passwords. Try again in {(int)wait.TotalSeconds} s.");
        }

        var detail = outcome.Code == "wrong-credentials" ? "User or password is wrong." : "The refresh token is not good (any more): sign "
            + "in again.";
        return Problems.Of(StatusCodes.Status401Unauthorized, outcome.Code!, detail);
    }

    private static async Task<NoContent> Logout(ClaimsPrincipal user, ITransactions transactions, LiveSessions sessions,
        CancellationToken ct)
    {
        var session = Guid.Parse(user.FindFirstValue(AccessTokens.SessionClaim)!);
        await transactions.Run(
            async (scope, inner) =>
            {
                await scope.GetRequiredService<SessionStore>().Revoke(session, inner);
                await scope.GetRequiredService<AccessLog>().Record(user.Identity!.Name!, "logout", string.Empty, inner);
            },
            ct);
        sessions.Forget();
        return TypedResults.NoContent();
    }

    private static Me Who(ClaimsPrincipal user) => new(
        user.Identity!.Name!,
        [.. user.FindAll("role").Select(claim => claim.Value)],
        user.HasClaim(claim => claim.Type == ApiKeyHandler.KeyClaim) ? "api-key" : "session");

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePassword(
        PasswordChange change, ClaimsPrincipal caller, ITransactions transactions, PasswordCheck passwords, LiveSessions sessions,
            IOptions<AccessOptions> options, CancellationToken ct)
    {
        var name = caller.Identity!.Name!;
        AccountRules.CheckPassword(change.New, name);
        var user = await transactions.Run((scope, inner) => scope.GetRequiredService<UserStore>().Find(name, inner), ct);
        if (user is null || !await passwords.Matches(change.Current, user.PasswordHash, ct))
            return Problems.Of(StatusCodes.Status403Forbidden, "wrong-credentials", "The current password is wrong.");
        var hash = PasswordHash.Of(change.New, options.Value.PasswordIterations);
        await transactions.Run(
            async (scope, inner) =>
            {
                await scope.GetRequiredService<UserStore>().Save(user with { PasswordHash = hash }, inner);
                await scope.GetRequiredService<SessionStore>().RevokeAllOf(name, inner);
                await scope.GetRequiredService<AccessLog>().Record(name, "password-changed", "by the user", inner);
            },
            ct);
        sessions.Forget();
        return TypedResults.NoContent();
    }
}
