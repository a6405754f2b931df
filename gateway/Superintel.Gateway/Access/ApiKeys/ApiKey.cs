namespace Superintel.Gateway.Access.ApiKeys;

/// <summary>A program's key: acts for its owner, within its scopes.</summary>
/// <param name="Id">Public part.</param>
public sealed record ApiKey(
    string Id,
    string Owner,
    string Label,
    string[] Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt);
