namespace Superintel.Gateway.Auth;

/// <summary>A grant, or why there is none.</summary>
/// <param name="Code">wrong-credentials, account-locked, refresh-token-invalid; null with a grant.</param>
/// <param name="RetryAfter">How long the account stays locked.</param>
internal sealed record SignInOutcome(TokenGrant? Grant, string? Code = null, TimeSpan? RetryAfter = null);
