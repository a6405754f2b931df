using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Auth;

/// <summary>How far an API key reaches: never further than its owner.</summary>
internal static class ApiKeyScope
{
    private static readonly (string Scope, string Ceiling)[] FromNarrowToWide =
        [("read", Roles.Viewer), ("trade", Roles.Trader), ("manage", Roles.Admin)];

    /// <summary>From the narrowest to the widest.</summary>
    public static IReadOnlyList<string> All { get; } = [.. FromNarrowToWide.Select(one => one.Scope)];

    /// <summary>The lower of the owner's role and the scope's.</summary>
    public static string RoleOf(string scope, string ownerRole)
    {
        var ladder = Roles.Ladder.ToList();
        return ladder[Math.Min(ladder.IndexOf(FromNarrowToWide.Single(one => one.Scope == scope).Ceiling), ladder.IndexOf(ownerRole))];
    }
}
