namespace Superintel.Gateway.Routing;

/// <summary>Which service answers which path. What is not here is not reachable.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<string> Services { get; } = ["ingestion", "prediction", "approval", "risk", "execution", "journal"];

    /// <summary>Path prefixes by service; a path belongs to the longest prefix that it starts with.</summary>
    public static IReadOnlyList<(string Path, string Service)> Routes { get; } =
    [
        ("/api/instruments", "ingestion"), ("/api/bars", "ingestion"), ("/api/quarantine", "ingestion"), ("/api/replay", "ingestion"),
        ("/api/import", "ingestion"), ("/api/feeds", "ingestion"),
        ("/api/pairs", "prediction"), ("/api/signals", "prediction"), ("/api/features", "prediction"), ("/api/analytics", "prediction"),
        ("/api/models", "prediction"),
        ("/api/proposals", "approval"),
        ("/api/risk", "risk"), ("/api/positions", "risk"), ("/api/portfolio", "risk"),
        ("/api/orders", "execution"), ("/api/fills", "execution"),
        ("/api/journal", "journal"), ("/api/decisions", "journal"), ("/api/portfolio/equity", "journal"),
    ];

    /// <summary>The service that a path goes to, or null.</summary>
    public static string? ServiceOf(PathString path) => Routes
        .Where(route => path.StartsWithSegments(route.Path, StringComparison.Ordinal))
        .OrderByDescending(route => route.Path.Length)
        .Select(route => route.Service)
        .FirstOrDefault();
}
