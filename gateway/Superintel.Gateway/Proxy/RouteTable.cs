using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Proxy;

/// <summary>Every route that leads through the gateway to a service. What is not here is not reachable.</summary>
internal static class RouteTable
{
    private const long LargestImport = 64 << 20;
    private const long LargestSeries = 32 << 20;

    public static IReadOnlyList<string> Services { get; } = ["ingestion", "prediction", "approval", "risk", "execution", "journal"];

    public static IReadOnlyList<ProxiedRoute> All { get; } =
    [
        Read("ingestion", "/api/instruments"),
        Read("ingestion", "/api/instruments/{id}"),
        Read("ingestion", "/api/bars"),
        Read("ingestion", "/api/quarantine"),
        Read("ingestion", "/api/replay"),
        new("ingestion", "POST", "/api/replay", Policies.Trader),
        new("ingestion", "POST", "/api/import", Policies.Trader, LargestImport),
        Read("prediction", "/api/pairs"),
        Read("prediction", "/api/pairs/{pairId}"),
        Read("prediction", "/api/pairs/{pairId}/spread"),
        Read("prediction", "/api/signals"),
        Read("prediction", "/api/signals/{decisionId}"),
        Read("prediction", "/api/features/{featureVectorId}"),
        Read("prediction", "/api/analytics/methods"),
        new("prediction", "POST", "/api/analytics/stats/{method}", Policies.Viewer, LargestSeries),
        Read("prediction", "/api/analytics/jobs"),
        new("prediction", "POST", "/api/analytics/jobs", Policies.Trader, LargestSeries),
        Read("prediction", "/api/analytics/jobs/{id}"),
        Read("prediction", "/api/analytics/jobs/{id}/result"),
        new("prediction", "DELETE", "/api/analytics/jobs/{id}", Policies.Trader),
        Read("approval", "/api/proposals"),
        Read("approval", "/api/proposals/{id}"),
        new("approval", "POST", "/api/proposals/{id}/approve", Policies.Trader),
        new("approval", "POST", "/api/proposals/{id}/decline", Policies.Trader),
        new("approval", "POST", "/api/proposals/hedges", Policies.Trader),
        new("approval", "POST", "/api/proposals/hedges/close", Policies.Trader),
        Read("risk", "/api/risk/limits"),
        new("risk", "PUT", "/api/risk/limits/{name}", Policies.Senior),
        Read("risk", "/api/risk/limits/{name}/history"),
        Read("risk", "/api/risk/verdicts"),
        Read("risk", "/api/risk/measures"),
        new("risk", "POST", "/api/risk/what-if", Policies.Viewer),
        Read("risk", "/api/risk/scenarios"),
        new("risk", "POST", "/api/risk/stress", Policies.Viewer),
        new("risk", "POST", "/api/risk/chaos", Policies.Trader),
        Read("risk", "/api/risk/hedges"),
        Read("risk", "/api/risk/breakers"),
        new("risk", "POST", "/api/risk/breakers/{name}/reset", Policies.Senior),
        Read("risk", "/api/risk/restricted"),
        new("risk", "PUT", "/api/risk/restricted/{instrumentId}", Policies.Senior),
        Read("risk", "/api/risk/kill-switch"),
        new("risk", "POST", "/api/risk/kill-switch", Policies.Trader),
        Read("risk", "/api/positions"),
        Read("risk", "/api/portfolio"),
        Read("execution", "/api/orders"),
        Read("execution", "/api/orders/{clientOrderId}"),
        new("execution", "POST", "/api/orders/preview", Policies.Trader),
        new("execution", "POST", "/api/orders/{clientOrderId}/acknowledge", Policies.Senior),
        new("execution", "POST", "/api/orders/{clientOrderId}/resolve", Policies.Senior),
        new("execution", "POST", "/api/orders/{clientOrderId}/fills", Policies.Senior),
        Read("execution", "/api/fills"),
        Read("execution", "/api/reconciliation"),
        new("execution", "POST", "/api/reconciliation/holdings", Policies.Senior),
        Read("journal", "/api/journal"),
        Read("journal", "/api/journal/verify"),
        Read("journal", "/api/journal/pnl"),
        Read("journal", "/api/decisions"),
        Read("journal", "/api/decisions/{id}"),
        Read("journal", "/api/portfolio/equity"),
    ];

    private static ProxiedRoute Read(string service, string path) => new(service, "GET", path, Policies.Viewer);
}
