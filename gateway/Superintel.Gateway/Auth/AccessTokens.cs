using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Superintel.Gateway.Auth;

/// <summary>Makes the tokens that people and programs carry.</summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<AccessOptions> options)
{
    public const string Issuer = "superintel-gateway";
    public const string Audience = "superintel";
    public const string SessionClaim = "sid";

    public (string Token, DateTimeOffset ExpiresAt) Create(string user, string role, Guid session)
    {
        var now = TimeProvider.System.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + options.Value.AccessTokenLifetime).ToUnixTimeSeconds());
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Subject = new ClaimsIdentity([new Claim("sub", user), new Claim("role", role), new Claim(SessionClaim, session.ToString())]),
            SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256),
        });
        return (token, expiresAt);
    }
}
