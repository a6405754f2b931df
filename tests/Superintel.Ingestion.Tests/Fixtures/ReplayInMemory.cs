using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Recorded.Ports;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.MarketData.Replay.Memory;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>A replay over memory adapters and a wall clock that stands still.</summary>
internal sealed class ReplayInMemory
{
    private readonly IngestionOptions options;
    private readonly MemoryReplayState state = new();
    private readonly PublishNextSlice publish;

    public ReplayInMemory(IRecordedFiles files, ReplayOptions replay)
    {
        options = new IngestionOptions { Replay = replay };
        Wall = new SettableClock(Start);
        var data = RecordedData.Read(files, options.Feed, replay);
        var instruments = new MemoryInstruments();
        foreach (var series in data.Series) instruments.Save(series.Instrument, CancellationToken.None).AsTask().Wait();
        var close = new CloseSlice(
            instruments, new MemoryBars(), new MemoryQuarantine(), new MemoryFreshnessBook(), Events, new GateTracks(options.Gate),
                options);
        publish = new PublishNextSlice(data, state, close, options);
        Follow = new FollowDecisions(state, options, Wall);
        Control = new ControlReplay(state, options);
    }

    public DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SettableClock Wall { get; }

    public RecordedEvents Events { get; } = new();

    public FollowDecisions Follow { get; }

    public ControlReplay Control { get; }

    public Task<ReplayStep> Step() => publish.Handle(Wall.GetUtcNow(), CancellationToken.None);

    public ValueTask<ReplayProgress> Progress() => state.Load(options.Feed, CancellationToken.None);

    /// <summary>Prediction is done with the last slice.</summary>
    /// <summary>The rest of the fleet is done with the last slice: its fills are told, and these decisions came of it.</summary>
    public async Task Score(params string[] decisions)
    {
        var at = (await Progress()).Position!.Value.ClosedAt;
        await Follow.Handle(Decided.Executed(at), CancellationToken.None);
        await Follow.Handle(Decided.Scored(at, decisions), CancellationToken.None);
    }
}
