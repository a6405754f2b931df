namespace Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;

/// <summary>A listener lagged too far behind and has missed slices.</summary>
internal sealed class SlowListenerException() : Exception(
    $"More than {BarListener.Capacity} slices behind; read what was missed and listen again.");
