using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;

namespace Superintel.Risk.Clearances.ReleaseExposure;

/// <summary>Gives reserved exposure back when Execution says that nothing more will come of it.</summary>
public sealed class ReleaseExposure(IReservations reservations) : IHandle<PairOrderClosed>, IHandle<OrderDenied>, IHandle<OrderRejected>
{
    public async Task Handle(PairOrderClosed happened, CancellationToken ct) =>
        await reservations.Remove(new ClearanceId(happened.ClearanceId), ct);

    public async Task Handle(OrderDenied happened, CancellationToken ct)
    {
        // A second delivery of a clearance is denied while the orders of the first are at work.
        if (happened.Code == "clearance-reused") return;
        await reservations.Remove(new ClearanceId(happened.ClearanceId), ct);
    }

    public async Task Handle(OrderRejected happened, CancellationToken ct)
    {
        if (await reservations.Find(happened.DecisionId, ct) is { } reservation)
            await reservations.Save(reservation.Reject(happened.ClientOrderId), ct);
    }
}
