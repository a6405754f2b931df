namespace Superintel.Gateway.Auth;

/// <summary>Body of POST /api/auth/refresh.</summary>
public sealed record RefreshRequest(string RefreshToken);
