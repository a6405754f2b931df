using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Paper;

namespace Superintel.Execution.Execution;

/// <summary>A slice of bars moves the paper venue, and the clock that pair orders are measured by.</summary>
public sealed class FillFromBars(
    PaperBroker paper, ApplyBrokerEvent apply, IPairOrders pairs, AdvancePair advance, TimeProvider clock, IEvents events)
    : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        await paper.Match(happened, ct);
        await foreach (var told in paper.Events(ct)) await apply.Handle(told, ct);
        foreach (var pair in await pairs.Open(ct))
            if (clock.GetUtcNow() >= pair.PatienceUntil) await advance.Handle(pair.ClearanceId, ct);
        await events.Publish(
            new SliceExecuted(
                happened.Feed, happened.Interval, happened.OccurredAt, [.. happened.Bars.Select(bar => bar.InstrumentId)]),
            ct);
    }
}
