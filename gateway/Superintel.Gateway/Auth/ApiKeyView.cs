namespace Superintel.Gateway.Auth;

/// <summary>An API key as the API shows it; the secret is never shown again.</summary>
public sealed record ApiKeyView(
    string Id, string User, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
        DateTimeOffset? RevokedAt);
