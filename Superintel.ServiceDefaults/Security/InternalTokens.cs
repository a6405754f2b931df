using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Superintel.ServiceDefaults.Security;

/// <summary>
/// Tokens that only live inside the fleet (HMAC with Auth:ServiceKey): the gateway says with them who asks, services say who they are.
/// </summary>
public sealed class InternalTokens(IOptions<AuthOptions> options, ServiceIdentity identity)
{
    internal const string Audience = "superintel-fleet";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private string ownToken = string.Empty;
    private DateTimeOffset ownExpiresAt;

    /// <summary>A token that lets a service know on whose behalf a request comes.</summary>
    public string For(string subject, IEnumerable<string> roles) => Create(subject, roles, TimeProvider.System.GetUtcNow());

    /// <summary>This service's own token, renewed as needed.</summary>
    public string Own()
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (ownExpiresAt - now > RenewBefore) return ownToken;
            ownToken = Create(identity.Name, [Roles.Service], now);
            ownExpiresAt = now + Lifetime;
            return ownToken;
        }
    }

    internal static SymmetricSecurityKey Key(string serviceKey) => new(Encoding.UTF8.GetBytes(serviceKey));

    private string Create(string subject, IEnumerable<string> roles, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = identity.Name,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Subject = new ClaimsIdentity([new Claim("sub", subject), .. roles.Select(role => new Claim("role", role))]),
            SigningCredentials = new SigningCredentials(Key(options.Value.ServiceKey), SecurityAlgorithms.HmacSha256),
        });
}
