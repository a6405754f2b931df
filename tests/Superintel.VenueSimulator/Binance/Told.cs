using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Turns what happens at the exchange into stream messages. Called inside the exchange's lock, so it only takes note.</summary>
internal sealed class Told(SimExchange exchange, Streams streams, DepthLog depth, Candles candles, VenueClock clock, FaultPlan faults)
{
    private static readonly string[] Intervals = ["1m", "5m", "15m", "1h", "1d"];
    private readonly SortedDictionary<string, long> openCandle = new(StringComparer.Ordinal);

    public void Listen()
    {
        exchange.OrderChanged += OrderChanged;
        exchange.Traded += Traded;
        exchange.BookChanged += BookChanged;
        foreach (var instrument in exchange.Instruments) depth.Change(instrument.Symbol, exchange.Book(instrument.Symbol));
    }

    private void OrderChanged(SimOrder order)
    {
        var (execution, original) = order.Status switch
        {
            SimOrderStatus.Working => ("NEW", string.Empty),
            SimOrderStatus.Canceled => ("CANCELED", order.Ticket.ClientId),
            SimOrderStatus.Expired => ("EXPIRED", string.Empty),
            _ => (string.Empty, string.Empty),
        };
        if (execution.Length == 0) return;
        streams.User(Views.Report(order, execution, null, original));
        streams.User(Balances.Position(exchange, clock.NowMs));
    }

    private void Traded(SimOrder order, SimFill fill)
    {
        var report = Views.Report(order, "TRADE", fill);
        streams.User(report);
        if (faults.At(FaultPoint.Fill) == Fault.DuplicateFill) streams.User(report);
        streams.User(Balances.Position(exchange, clock.NowMs));
        streams.Market($"{Lower(fill.Symbol)}@trade", Trade(fill, "trade", "t"));
        var together = Trade(fill, "aggTrade", "a");
        (together["f"], together["l"]) = (fill.Id, fill.Id);
        streams.Market($"{Lower(fill.Symbol)}@aggTrade", together);
    }

    private JsonObject Trade(SimFill fill, string kind, string id) => new()
    {
        ["e"] = kind, ["E"] = clock.NowMs, ["s"] = fill.Symbol, [id] = fill.Id, ["p"] = Views.Text(fill.Price),
        ["q"] = Views.Text(fill.Quantity), ["T"] = fill.At.ToUnixTimeMilliseconds(), ["m"] = Views.BuyerIsMaker(fill), ["M"] = true,
    };

    private void BookChanged(SimInstrument instrument, SimBook book)
    {
        var name = Lower(instrument.Symbol);
        var change = depth.Change(instrument.Symbol, book);
        streams.Market($"{name}@depth", change);
        streams.Market($"{name}@depth@100ms", change);
        streams.Market($"{name}@bookTicker", new JsonObject
        {
            ["u"] = change["u"]!.DeepClone(), ["s"] = instrument.Symbol, ["b"] = Views.Text(book.Bids[0].Price),
            ["B"] = Views.Text(book.Bids[0].Quantity), ["a"] = Views.Text(book.Asks[0].Price), ["A"] = Views.Text(book.Asks[0].Quantity),
        });
        foreach (var interval in Intervals) Candle(instrument.Symbol, name, interval);
    }

    private void Candle(string symbol, string name, string interval)
    {
        var stream = $"{name}@kline_{interval}";
        var open = clock.NowMs / Candles.Length(interval) * Candles.Length(interval);
        if (openCandle.TryGetValue(stream, out var before) && before < open)
            streams.Market(stream, candles.Closed(symbol, interval, before));
        openCandle[stream] = open;
        streams.Market(stream, candles.Update(symbol, interval));
    }

    private static string Lower(string symbol) => string.Concat(symbol.Select(char.ToLowerInvariant));
}
