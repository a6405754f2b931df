using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Superintel.Gateway.Access.Users;

namespace Superintel.Gateway.Access.Tokens;

/// <summary>Makes the tokens that people carry.</summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<AccessOptions> options)
{
    public const string Issuer = "superintel-gateway";
    public const string Audience = "superintel";

    public (string Token, DateTimeOffset ExpiresAt) For(UserAccount user)
    {
        var now = TimeProvider.System.GetUtcNow();
        var expires = now + options.Value.TokenLifetime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Subject = new ClaimsIdentity(
            [
                new Claim(EdgeClaims.Subject, user.Name),
                new Claim(EdgeClaims.Role, user.Role),
                new Claim(EdgeClaims.Stamp, user.Stamp.ToString()),
            ]),
            SigningCredentials = new SigningCredentials(keys.Current.Key, SecurityAlgorithms.EcdsaSha256),
        });
        return (token, expires);
    }
}
