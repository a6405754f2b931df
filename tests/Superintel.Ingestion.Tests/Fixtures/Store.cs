using Superintel.Ingestion.MarketData.Import.Memory;
using Superintel.Ingestion.MarketData.Import.Ports;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.Replay.Memory;
using Superintel.Ingestion.MarketData.Replay.Ports;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.Ingestion.ReferenceData.Ports;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>All storage ports of Ingestion over one kind of adapter, empty.</summary>
internal sealed record Store(
    IInstruments Instruments, IBars Bars, IQuarantine Quarantine, IFreshnessBook Freshness, IReplayState Replay, IImports Imports,
    IToldHistory Told)
{
    public static Store InMemory() => new(
        new MemoryInstruments(), new MemoryBars(), new MemoryQuarantine(), new MemoryFreshnessBook(), new MemoryReplayState(),
            new MemoryImports(), new MemoryToldHistory());
}
