using System.Runtime.CompilerServices;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// The user stream as events. After every new connection the trades that may have been missed are asked for; what is told twice is told
/// apart by its trade id.
/// </summary>
internal sealed class BinanceEventStream(
    SpotClient client, UserStream user, BinanceMemory memory, BinanceOptions venue, BinanceLog log, StreamOptions options,
    TimeProvider clock)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<BrokerEvent> Run([EnumeratorCancellation] CancellationToken ct)
    {
        var feed = new StreamFeed(user.Source, options, clock);
        var heard = clock.GetUtcNow();
        if (client.Transport.Time.IsDue) await client.Transport.SetTime(ct);
        await foreach (var item in feed.Run(ct))
        {
            switch (item)
            {
                case StreamItem.Connected connected:
                    log.Connected(connected.Number);
                    foreach (var missed in await Missed(heard - Overlap, ct)) yield return missed;
                    break;
                case StreamItem.Down down:
                    log.Down(down.Code, down.Text);
                    // A subscription may be refused for our clock alone.
                    if (down.Code == "subscription-refused") await client.Transport.SetTime(ct);
                    break;
                case StreamItem.Frame frame:
                    if (Read(frame.Json.Span, feed) is { } happened) yield return happened;
                    heard = clock.GetUtcNow();
                    break;
            }
        }
    }

    private BrokerEvent? Read(ReadOnlySpan<byte> json, StreamFeed feed)
    {
        var parsed = StreamParser.Parse(json);
        if (!parsed.IsValid)
        {
            // What it said is lost; a new connection asks for the trades again.
            log.Unreadable(parsed.Error.ToString());
            feed.Renew();
            return null;
        }
        switch (parsed.Value)
        {
            case ExecutionReport report:
                memory.Note(report);
                return BinanceEvents.Of(report, venue.QuoteAsset);
            case StreamMessage.ServerShutdown or StreamMessage.UserStreamEnded:
                feed.Renew();
                return null;
            default:
                return null;
        }
    }

    private async Task<IReadOnlyList<BrokerEvent>> Missed(DateTimeOffset since, CancellationToken ct)
    {
        var missed = new List<BrokerEvent>();
        foreach (var symbol in memory.Working.Symbols)
        {
            var orders = await client.AllOrders(symbol, since - TimeSpan.FromDays(1), ct);
            var trades = await client.TradesSince(symbol, since, ct);
            if (!orders.IsGiven || !trades.IsGiven)
            {
                log.Missed(symbol, (orders.Failure ?? trades.Failure)!.ToString());
                continue; // the reconciliation asks for each open order, too
            }
            var names = new SortedDictionary<long, string>();
            foreach (var order in orders.Value) names[order.OrderId] = order.ClientOrderId;
            missed.AddRange(trades.Value.Where(t => names.ContainsKey(t.OrderId))
                .Select(t => BinanceEvents.Of(new ClientOrderId(names[t.OrderId]), t, venue.QuoteAsset)));
        }
        return missed;
    }
}
