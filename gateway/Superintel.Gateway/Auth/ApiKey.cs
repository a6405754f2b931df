namespace Superintel.Gateway.Auth;

/// <summary>An API key as it is stored.</summary>
internal sealed record ApiKey(
    string Id, string UserName, string Name, string Scope, byte[] SecretHash, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
        DateTimeOffset? RevokedAt);
