using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Superintel.Gateway.Access.Users;

namespace Superintel.Gateway.Access.ApiKeys;

/// <summary>Signs in by the header X-Api-Key.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiKeyStore keys, KnownUsers users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "api-key";
    public const string Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } text]) return AuthenticateResult.NoResult();
        var key = await keys.Find(text, Context.RequestAborted);
        if (key is null || key.RevokedAt is not null || key.ExpiresAt < TimeProvider.System.GetUtcNow()) return AuthenticateResult.Fail("Not a key that works.");
        if (await users.Find(key.Owner, Context.RequestAborted) is not { Disabled: false } owner) return AuthenticateResult.Fail("Its owner may not come in.");
        var identity = new ClaimsIdentity(
            [
                new Claim(EdgeClaims.Subject, owner.Name),
                new Claim(EdgeClaims.Role, owner.Role),
                .. key.Scopes.Select(scope => new Claim(EdgeClaims.Scope, scope)),
            ],
            Scheme.Name, EdgeClaims.Subject, EdgeClaims.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
