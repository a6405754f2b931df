using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.RecordCloses;

/// <summary>Keeps the closes that valuation, verdicts and return windows stand on.</summary>
public sealed class RecordCloses(ICloses closes) : IHandle<BarClosed>, IHandle<BarsBackfilled>
{
    public Task Handle(BarClosed happened, CancellationToken ct) => Record(happened.Bars, happened.Interval, happened.OccurredAt, ct);

    public Task Handle(BarsBackfilled happened, CancellationToken ct) =>
        Record(happened.Bars, happened.Interval, happened.OccurredAt, ct);

    private async Task Record(IReadOnlyList<ClosedBar> bars, string length, DateTimeOffset at, CancellationToken ct)
    {
        var interval = BarInterval.Parse(length);
        await closes.Record([.. bars.Select(b => new LastClose(InstrumentId.Parse(b.InstrumentId), b.Close, at, interval))], ct);
    }
}
