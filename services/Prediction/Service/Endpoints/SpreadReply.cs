using Superintel.Prediction.Signals.ReadPairs;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>A pair's recent spread, oldest first.</summary>
internal sealed record SpreadReply(IReadOnlyList<SpreadPoint> Points);
