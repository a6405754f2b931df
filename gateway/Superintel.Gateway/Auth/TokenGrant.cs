namespace Superintel.Gateway.Auth;

/// <summary>What a sign-in gives.</summary>
/// <param name="AccessToken">For the header Authorization: Bearer.</param>
/// <param name="Roles">The user's role; it includes the ones below it.</param>
/// <param name="RefreshToken">Good once, for a new grant of the same session.</param>
public sealed record TokenGrant(string AccessToken, DateTimeOffset ExpiresAt, IReadOnlyList<string> Roles, string RefreshToken);
