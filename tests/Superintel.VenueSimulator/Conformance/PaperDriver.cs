using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The paper venue in this process: its market moves by bars, and it has neither account nor history.</summary>
public sealed class PaperDriver : IVenueDriver, IVenueFacts
{
    // A bar's share is less than the larger orders, so that they trade in parts.
    private static readonly PaperModels Models = PaperModels.From(new PaperOptions { Fills = "volume-share", VolumeShare = 0.0001m });

    private readonly PaperBroker broker = new(new MemoryPaperBook(), Models, TimeProvider.System);
    private DateTimeOffset day = TimeProvider.System.GetUtcNow().UtcDateTime.Date;

    public VenueProfile Profile { get; } = new(
        PaperBroker.VenueName, "paper", IsLive: false, InstrumentId.Parse("KO.XNYS"), AssetClass.Equity, Currency.Usd, LotSize: 1m,
        TickSize: 0.01m, Quantity: 10m, Enum.GetValues<OrderType>().ToHashSet(), HasGoodTillDate: true,
        AbsenceProof: TimeSpan.Zero);

    public IBroker Broker => broker;

    public IOrderPreview Preview { get; } = new PaperPreview(Models, TimeProvider.System);

    public IVenueFacts Facts => this;

    public SentOrders Sent { get; } = new();

    public Task<bool> Break(CancellationToken ct) => Task.FromResult(false);

    public async Task Move(CancellationToken ct)
    {
        day = day.AddDays(1);
        var bar = new ClosedBar(Profile.Instrument.ToString(), 50m, 50.5m, 49.5m, 50m, 1_000_000, false);
        await broker.Match(new BarClosed("conformance", "1d", day, true, [bar]), ct);
    }

    public Task<string?> Account(CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<string?> Contract(CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<int?> History(CancellationToken ct) => Task.FromResult<int?>(null);

    public Task<decimal> LastPrice(CancellationToken ct) => Task.FromResult(50m);

    public Task<string?> Hurry(CancellationToken ct) => Task.FromResult<string?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
