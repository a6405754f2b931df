namespace Superintel.Gateway.Auth;

/// <summary>A user as the API shows him.</summary>
public sealed record UserView(string User, string Role, bool Disabled, DateTimeOffset CreatedAt);
