namespace Superintel.Gateway.Auth;

/// <summary>Someone who may sign in.</summary>
/// <param name="Role">viewer, trader, senior or admin.</param>
internal sealed record User(string Name, string Role, string PasswordHash, bool Disabled, DateTimeOffset CreatedAt);
