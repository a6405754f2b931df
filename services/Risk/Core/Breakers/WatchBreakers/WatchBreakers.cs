using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Breakers.WatchBreakers;

/// <summary>Watches between orders: at every mark, fill, answer of a venue and end of a pair order.</summary>
public sealed class WatchBreakers(IBreakers breakers, IPortfolioMarks marks, IPositions positions, TripBreakers trip)
    : IHandle<BarClosed>, IHandle<OrderFilled>, IHandle<OrderAccepted>, IHandle<OrderRejected>, IHandle<PairOrderClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        if (await marks.Last(ct) is { } mark && mark.At == happened.OccurredAt) await trip.Handle(ct);
    }

    public Task Handle(OrderFilled happened, CancellationToken ct)
    {
        var traded = happened.Quantity * happened.Price;
        var slippage = traded > 0m ? NumberBridge.ToDouble(happened.Slippage / traded) : 0;
        return Count(happened.Venue, venue => venue.Fill(slippage), ct);
    }

    public Task Handle(OrderAccepted happened, CancellationToken ct) => Count(happened.Venue, venue => venue.Order(false), ct);

    public Task Handle(OrderRejected happened, CancellationToken ct) => Count(happened.Venue, venue => venue.Order(true), ct);

    public async Task Handle(PairOrderClosed happened, CancellationToken ct)
    {
        // A hedge loses while the desk wins: its end says nothing of a streak.
        if (!PairId.TryParse(happened.PairId, out var pair) || pair.IsHedge) return;
        var realized = 0m;
        foreach (var id in new[] { pair.A, pair.B })
        {
            if (await positions.Find(new PositionKey(happened.PairId, id), ct) is not { } position) continue;
            if (position.IsOpen) return;
            realized += position.RealizedPnl;
        }

        await breakers.Save((await breakers.Gauges(ct)).RoundTrip(happened.PairId, realized), ct);
        await trip.Handle(ct);
    }

    private async Task Count(string venue, Func<VenueGauge, VenueGauge> move, CancellationToken ct)
    {
        await breakers.Save((await breakers.Gauges(ct)).At(venue, move), ct);
        await trip.Handle(ct);
    }
}
