namespace Superintel.AppHost.Model;

/// <summary>Paths that answer 200 when all is well, on one of the part's endpoints.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Ready">It can serve: those that wait for it may start.</param>
/// <param name="Live">The process is not stuck.</param>
public sealed record HealthCheck(string Endpoint, string Ready, string Live);
