namespace Superintel.Gateway.Auth;

/// <summary>Body of POST /api/auth/users.</summary>
public sealed record NewUser(string User, string Password, string Role);
