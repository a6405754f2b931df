using Superintel.Ingestion.MarketData.Gate;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData;

/// <summary>The gate's memory follows the store: what was rolled back is forgotten.</summary>
internal sealed class GateMemory(GateTracks tracks) : ICachedState
{
    public void Invalidate() => tracks.Forget();
}
