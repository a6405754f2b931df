using System.Text.RegularExpressions;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Auth;

/// <summary>What names, passwords and roles may be.</summary>
internal static partial class AccountRules
{
    private const int ShortestPassword = 12;
    private const int LongestPassword = 256;

    /// <exception cref="RefusedRequestException">user-name-invalid.</exception>
    public static void CheckName(string name)
    {
        if (!Name().IsMatch(name))
            throw new RefusedRequestException("user-name-invalid",
                "A user name has 2 to 64 letters, digits, dots, hyphens or underscores and begins with a letter or digit.");
    }

    /// <exception cref="RefusedRequestException">password-too-weak.</exception>
    public static void CheckPassword(string password, string user)
    {
        if (password.Length is < ShortestPassword or > LongestPassword || password.Distinct().Count() < 5
            || password.Contains(user, StringComparison.OrdinalIgnoreCase))
            throw new RefusedRequestException("password-too-weak",
                $"A password has {ShortestPassword} to {LongestPassword} characters, at least five different ones, and not the user's "
                    + $"name in it.");
    }

    /// <exception cref="RefusedRequestException">role-unknown.</exception>
    public static void CheckRole(string role)
    {
        if (!Roles.Ladder.Contains(role)) throw new RefusedRequestException("role-unknown",
            $"A role is one of {string.Join(", ", Roles.Ladder)}.");
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$")]
    private static partial Regex Name();
}
