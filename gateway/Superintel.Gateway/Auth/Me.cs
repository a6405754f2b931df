namespace Superintel.Gateway.Auth;

/// <summary>Who the caller is.</summary>
/// <param name="Via">session or api-key.</param>
public sealed record Me(string User, IReadOnlyList<string> Roles, string Via);
