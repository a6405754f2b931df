using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Turns what happens at the exchange into stream messages. Called inside the exchange's lock, so it only takes note.</summary>
internal sealed class Told(
    SimExchange exchange, Streams streams, DepthLog depth, Candles candles, MarketData market, VenueClock clock, FaultPlan faults)
{
    private static readonly int[] Partial = [5, 10, 20];
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
        foreach (var rows in Partial)
        {
            foreach (var stream in new[] { $"{name}@depth{rows}", $"{name}@depth{rows}@100ms" })
                if (streams.IsWanted(stream)) streams.Market(stream, depth.Snapshot(instrument.Symbol, rows));
        }
        Tickers(instrument.Symbol, name);
        foreach (var interval in Candles.Intervals) Candle(instrument.Symbol, name, interval);
    }

    private void Candle(string symbol, string name, string interval)
    {
        var stream = $"{name}@kline_{interval}";
        var open = Candles.Opening(interval, clock.NowMs);
        var (was, wanted) = (openCandle.TryGetValue(stream, out var before), streams.IsWanted(stream));
        openCandle[stream] = open;
        if (!wanted) return;
        if (was && before < open) streams.Market(stream, candles.Closed(symbol, interval, before));
        streams.Market(stream, candles.Update(symbol, interval));
    }

    private void Tickers(string symbol, string name)
    {
        foreach (var kind in new[] { "ticker", "miniTicker" })
        {
            var stream = $"{name}@{kind}";
            if (streams.IsWanted(stream)) streams.Market(stream, Views.Ticker(market.Ticker(symbol), kind == "miniTicker", clock.NowMs));
        }
    }

    private static string Lower(string symbol) => string.Concat(symbol.Select(char.ToLowerInvariant));
}
