using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Superintel.Gateway.Auth;

/// <summary>Authenticates by the header X-Api-Key.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, LiveApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Api-Key";
    public const string KeyClaim = "api-key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = Request.Headers[Header].ToString();
        if (key.Length == 0) return AuthenticateResult.NoResult();
        if (await keys.Find(key, Context.RequestAborted) is not { } owner) return AuthenticateResult.Fail(
            "The API key is not known, or no longer good.");
        Claim[] claims = [new("sub", owner.User), new("role", owner.Role), new(KeyClaim, owner.KeyId)];
        var identity = new ClaimsIdentity(claims, Scheme.Name, "sub", "role");
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
