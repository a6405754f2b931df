using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.RecordCloses;

/// <summary>Keeps the closes that valuation, verdicts and return windows stand on.</summary>
public sealed class RecordCloses(ICloses closes) : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        var interval = BarInterval.Parse(happened.Interval);
        await closes.Record(
            [.. happened.Bars.Select(b => new LastClose(InstrumentId.Parse(b.InstrumentId), b.Close, happened.OccurredAt, interval))],
            ct);
    }
}
