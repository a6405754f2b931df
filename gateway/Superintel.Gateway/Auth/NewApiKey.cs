namespace Superintel.Gateway.Auth;

/// <summary>Body of POST /api/auth/api-keys.</summary>
/// <param name="Scopes">One of read, trade, manage; of several the widest counts.</param>
/// <param name="ExpiresAt">Null: until it is revoked.</param>
public sealed record NewApiKey(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null);
