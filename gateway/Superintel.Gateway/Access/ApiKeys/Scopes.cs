namespace Superintel.Gateway.Access.ApiKeys;

/// <summary>What an API key may be allowed to do, within its owner's role.</summary>
internal static class Scopes
{
    public const string Read = "read";
    public const string Approve = "approve";
    public const string Risk = "risk";
    public const string Data = "data";
    public const string Operate = "operate";

    public static IReadOnlyList<string> All { get; } = [Read, Approve, Risk, Data, Operate];

    /// <summary>The scope that a request needs. Users, keys and passwords are never changed by an API key: null.</summary>
    public static string? Needed(string method, PathString path)
    {
        if (path.StartsWithSegments("/api/auth")) return HttpMethods.IsGet(method) ? Read : null;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return Read;
        if (path.StartsWithSegments("/api/proposals")) return Approve;
        if (path.StartsWithSegments("/api/risk")) return Risk;
        if (path.StartsWithSegments("/api/import") || path.StartsWithSegments("/api/replay")) return Data;
        return Operate;
    }
}
