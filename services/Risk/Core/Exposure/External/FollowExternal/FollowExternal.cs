using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.External.Ports;

namespace Superintel.Risk.Exposure.External.FollowExternal;

/// <summary>Keeps what Execution tells of orders and positions that are not the desk's.</summary>
public sealed class FollowExternal(IExternalBook external) : IHandle<ExternalOrderChanged>, IHandle<PositionMismatchChanged>
{
    public async Task Handle(ExternalOrderChanged happened, CancellationToken ct) =>
        await external.Save(ExternalOrder.From(happened), ct);

    public async Task Handle(PositionMismatchChanged happened, CancellationToken ct) =>
        await external.Save(ExternalPosition.From(happened), ct);
}
