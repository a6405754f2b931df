namespace Superintel.AppHost.Local.Control;

/// <param name="Gateway">The web app and the API.</param>
/// <param name="Dashboard">Traces, metrics and logs; opening it signs in. Null when the dashboard is not installed.</param>
public sealed record FleetUrls(string? Gateway, string? Dashboard);
