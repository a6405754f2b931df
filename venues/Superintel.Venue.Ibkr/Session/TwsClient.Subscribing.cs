using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

public sealed partial class TwsClient
{
    /// <summary>Bars of five seconds.</summary>
    public Task<Subscription<RealTimeBar>> RealTimeBars(Contract contract, string show, bool regularHours, CancellationToken ct) =>
        Subscribe<RealTimeBar, RequestRealTimeBars, CancelRealTimeBars>(
            id => new RequestRealTimeBars(id, contract, show, regularHours), id => new CancelRealTimeBars(id), ct);

    /// <summary>
    /// The bars of a request up to now, and then the running one as it grows; the bar before is final when the next one begins. A row
    /// without a time is a hole: what came before it may not be whole. After 1101 all comes again.
    /// </summary>
    public Task<Subscription<HistoricalUpdate>> Bars(RequestHistoricalData request, CancellationToken ct)
    {
        var asked = request with { End = "", KeepUpToDate = true };
        return Subscribe<HistoricalUpdate, RequestHistoricalData, CancelHistoricalData>(
            id => asked with { RequestId = id }, id => new CancelHistoricalData(id), ct, pause => Pace(asked, pause));
    }

    /// <summary>Level 2. A change at position -1 empties the book: TWS starts again (316, 317).</summary>
    public Task<Subscription<MarketDepthL2>> Depth(Contract contract, int rows, bool smart, CancellationToken ct) =>
        Subscribe<MarketDepthL2, RequestMarketDepth, CancelMarketDepth>(
            id => new RequestMarketDepth(id, contract, rows, smart), id => new CancelMarketDepth(id, smart), ct);

    /// <summary>The quote line; sizes come with their prices.</summary>
    public Task<Subscription<TickPrice>> Quotes(Contract contract, CancellationToken ct) =>
        Subscribe<TickPrice, RequestMarketData, CancelMarketData>(
            id => new RequestMarketData(id, contract), id => new CancelMarketData(id), ct);

    private async Task<Subscription<TUpdate>> Subscribe<TUpdate, TRequest, TCancel>(
        Func<int, TRequest> request, Func<int, TCancel> cancel, CancellationToken ct, Func<CancellationToken, Task>? before = null)
        where TRequest : IWireMessage<TRequest>
        where TCancel : IWireMessage<TCancel>
    {
        var id = OrderIds.TakeRequest();
        var subscription = new Subscription<TUpdate>(
            id,
            Ask,
            async stop =>
            {
                subscriptions.Remove(id);
                if (state != ConnectionState.Down) await socket.Send(cancel(id), urgent: false, stop);
            });
        subscriptions.Add(subscription);
        await Ask(ct);
        return subscription;

        async Task Ask(CancellationToken asking)
        {
            if (before is not null) await before(asking);
            await socket.Send(request(id), urgent: false, asking);
        }
    }
}
