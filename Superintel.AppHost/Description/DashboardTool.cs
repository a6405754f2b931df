using Superintel.AppHost.Model;

namespace Superintel.AppHost.Description;

/// <summary>The Aspire dashboard as a process: traces, metrics and logs of the fleet, behind a token.</summary>
public static class DashboardTool
{
    public static ToolPart Describe() => new("dashboard", "eng/feed/.cache/aspire/managed/aspire-managed", ["dashboard"])
    {
        Optional = true,
        Endpoints =
        [
            new Endpoint("http", EndpointProtocol.Http) { Public = true },
            new Endpoint("otlp", EndpointProtocol.Http2),
        ],
        Environment = new SortedDictionary<string, Template>(StringComparer.Ordinal)
        {
            ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "{dashboard.bindings.otlp.url}",
            ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
            ["ASPNETCORE_URLS"] = "{dashboard.bindings.http.url}",
            ["Dashboard__Api__AuthMode"] = "ApiKey",
            ["Dashboard__Api__PrimaryApiKey"] = "{dashboard-api-key.value}",
            ["Dashboard__Frontend__AuthMode"] = "BrowserToken",
            ["Dashboard__Frontend__BrowserToken"] = "{dashboard-token.value}",
            ["Dashboard__Otlp__AuthMode"] = "ApiKey",
            ["Dashboard__Otlp__PrimaryApiKey"] = "{otlp-key.value}",
        },
        Health = new HealthCheck("http", "/health", "/health"),
    };
}
