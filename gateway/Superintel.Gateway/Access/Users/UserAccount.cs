namespace Superintel.Gateway.Access.Users;

/// <summary>Someone who may sign in.</summary>
/// <param name="Role">viewer, trader, senior or admin.</param>
/// <param name="Stamp">Changes with everything that must end the user's tokens.</param>
public sealed record UserAccount(string Name, string PasswordHash, string Role, Guid Stamp, bool Disabled, DateTimeOffset CreatedAt);
