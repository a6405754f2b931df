namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>How the replay should go on.</summary>
/// <param name="SlicesPerSecond">Above 0, at most 10,000; absent: unchanged.</param>
/// <param name="Paused">Absent: unchanged.</param>
internal sealed record ReplayCommand(double? SlicesPerSecond = null, bool? Paused = null);
