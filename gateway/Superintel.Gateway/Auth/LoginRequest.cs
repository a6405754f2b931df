namespace Superintel.Gateway.Auth;

/// <summary>Body of POST /api/auth/login.</summary>
public sealed record LoginRequest(string User, string Password);
