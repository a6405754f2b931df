namespace Superintel.Gateway.Auth;

/// <summary>Body of POST /api/auth/password.</summary>
public sealed record PasswordChange(string Current, string New);
