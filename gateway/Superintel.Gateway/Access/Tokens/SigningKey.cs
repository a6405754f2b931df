using Microsoft.IdentityModel.Tokens;

namespace Superintel.Gateway.Access.Tokens;

/// <summary>A key that signs access tokens (ES256).</summary>
internal sealed record SigningKey(string Id, DateTimeOffset CreatedAt, ECDsaSecurityKey Key);
