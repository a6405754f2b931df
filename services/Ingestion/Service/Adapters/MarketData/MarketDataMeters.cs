using System.Diagnostics.Metrics;
using Superintel.Ingestion.MarketData.CloseSlice;

namespace Superintel.Ingestion.Service.Adapters.MarketData;

/// <summary>What market data counts.</summary>
internal sealed class MarketDataMeters
{
    private readonly Counter<long> slices;
    private readonly Counter<long> bars;
    private readonly Counter<long> quarantined;

    public MarketDataMeters(IMeterFactory meters)
    {
        var meter = meters.Create("Superintel.Ingestion");
        slices = meter.CreateCounter<long>("superintel.ingestion.slices", "{slice}", "Slices published");
        bars = meter.CreateCounter<long>("superintel.ingestion.bars", "{bar}", "Bars that passed the gate");
        quarantined = meter.CreateCounter<long>("superintel.ingestion.quarantined", "{bar}", "Bars that failed it");
    }

    public void Count(ClosedSlice slice)
    {
        slices.Add(1);
        bars.Add(slice.Good.Count);
        quarantined.Add(slice.Quarantined.Count);
    }
}
