using System.Text.RegularExpressions;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Access.Users;

/// <summary>What a name, a password and a role must look like.</summary>
internal static partial class UserRules
{
    public const int LongestPassword = 256;
    private const int ShortestPassword = 12;

    /// <exception cref="RefusedRequestException">user-invalid.</exception>
    public static void CheckName(string name)
    {
        if (!Name().IsMatch(name)) throw new RefusedRequestException("user-invalid", "A user name is 2 to 64 of a-z, 0-9, '.', '-', '_' and '@'.");
    }

    /// <exception cref="RefusedRequestException">password-weak.</exception>
    public static void CheckPassword(string password)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
            throw new RefusedRequestException("password-weak", $"A password has {ShortestPassword} to {LongestPassword} characters.");
    }

    /// <exception cref="RefusedRequestException">role-unknown.</exception>
    public static void CheckRole(string role)
    {
        if (!Roles.Ladder.Contains(role)) throw new RefusedRequestException("role-unknown", $"A role is one of {string.Join(", ", Roles.Ladder)}.");
    }

    [GeneratedRegex(@"^[a-z0-9._@-]{2,64}$")]
    private static partial Regex Name();
}
