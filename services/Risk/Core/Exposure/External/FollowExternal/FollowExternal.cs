using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.Outside.Ports;

namespace Superintel.Risk.Exposure.Outside.FollowOutside;

/// <summary>Keeps what Execution tells of orders and positions that are not the desk's.</summary>
public sealed class FollowOutside(IOutsideBook outside) : IHandle<ExternalOrderChanged>, IHandle<PositionMismatchChanged>
{
    public async Task Handle(ExternalOrderChanged happened, CancellationToken ct) =>
        await outside.Save(OutsideOrder.From(happened), ct);

    public async Task Handle(PositionMismatchChanged happened, CancellationToken ct) =>
        await outside.Save(OutsidePosition.From(happened), ct);
}
