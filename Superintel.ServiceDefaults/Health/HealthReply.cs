namespace Superintel.ServiceDefaults.Health;

/// <summary>Answer of the health routes.</summary>
/// <param name="Status">healthy, degraded (works, with something missing) or unhealthy (answered with 503).</param>
/// <param name="Checks">State per check.</param>
public sealed record HealthReply(string Status, IReadOnlyDictionary<string, string> Checks);
