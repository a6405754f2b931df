namespace Superintel.ServiceDefaults.Security;

/// <summary>Names for RequireAuthorization. A role includes the ones below it.</summary>
public static class Policies
{
    public const string Viewer = "viewer";
    public const string Trader = "trader";
    public const string Senior = "senior";
    public const string Admin = "admin";

    /// <summary>Another service of the fleet.</summary>
    public const string Service = "service";

    /// <summary>A viewer, or another service: reads that both need.</summary>
    public const string ViewerOrService = "viewer-or-service";
}
