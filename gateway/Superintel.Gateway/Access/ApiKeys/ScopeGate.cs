using Superintel.ServiceDefaults.Errors;

namespace Superintel.Gateway.Access.ApiKeys;

/// <summary>Lets an API key do what its scopes say and nothing else. People have no scopes and pass.</summary>
internal static class ScopeGate
{
    public static void UseScopeGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!http.User.HasClaim(claim => claim.Type == EdgeClaims.Scope))
        {
            await next(http);
            return;
        }

        var needed = Scopes.Needed(http.Request.Method, http.Request.Path);
        if (needed is not null && http.User.HasClaim(EdgeClaims.Scope, needed)) await next(http);
        else
        {
            var detail = needed is null ? "An API key cannot do this; sign in." : $"This key lacks the scope {needed}.";
            await Problems.Of(StatusCodes.Status403Forbidden, "scope-required", detail).ExecuteAsync(http);
        }
    });
}
