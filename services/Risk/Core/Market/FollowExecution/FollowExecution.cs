using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.FollowExecution;

/// <summary>
/// Keeps up to which bar the book has every fill. Bars come from one service and fills from another: without it a signal of a bar could
/// be sized before the fills of the same bar are known.
/// </summary>
public sealed class FollowExecution(ICloses closes) : IHandle<SliceExecuted>
{
    public async Task Handle(SliceExecuted happened, CancellationToken ct) =>
        await closes.Executed([.. happened.InstrumentIds.Select(InstrumentId.Parse)], happened.OccurredAt, ct);
}
