namespace Superintel.ServiceDefaults.Security;

/// <summary>viewer &lt; trader &lt; senior &lt; admin; service stands apart: it is what services call each other as.</summary>
public static class Roles
{
    public const string Viewer = "viewer";
    public const string Trader = "trader";
    public const string Senior = "senior";
    public const string Admin = "admin";
    public const string Service = "service";

    /// <summary>People's roles from the least to the most.</summary>
    public static IReadOnlyList<string> Ladder { get; } = [Viewer, Trader, Senior, Admin];

    /// <summary>The given role and all above it.</summary>
    public static IReadOnlyList<string> AtLeast(string role) => [.. Ladder.SkipWhile(rung => rung != role)];
}
