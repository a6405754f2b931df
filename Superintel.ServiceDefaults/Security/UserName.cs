using System.Security.Claims;

namespace Superintel.ServiceDefaults.Security;

/// <summary>Who asks.</summary>
public static class UserName
{
    /// <exception cref="InvalidOperationException">Nobody was authenticated: the route does not require it.</exception>
    public static string KnownName(this ClaimsPrincipal user) =>
        user.Identity?.Name ?? throw new InvalidOperationException("An authenticated user has a name.");
}
