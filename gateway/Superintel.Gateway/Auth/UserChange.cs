namespace Superintel.Gateway.Auth;

/// <summary>Body of PUT /api/auth/users/{user}: what is left out stays.</summary>
public sealed record UserChange(string? Role = null, bool? Disabled = null, string? Password = null);
