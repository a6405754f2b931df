using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Turns what happens at the exchange into stream messages. Called inside the exchange's lock, so it only takes note.</summary>
internal sealed class Told(
    SimExchange exchange, Streams streams, DepthLog depth, Candles candles, Tape tape, Tickers tickers, FuturesData futures,
    VenueClock clock, FaultPlan faults)
{
    private static readonly int[] Partial = [5, 10, 20];
    private readonly SortedDictionary<string, long> openCandle = new(StringComparer.Ordinal);

    public void Listen()
    {
        exchange.OrderChanged += OrderChanged;
        exchange.Traded += Traded;
        exchange.Reduced += order => streams.User(Views.Report(order, "REPLACED", null));
        exchange.BookChanged += BookChanged;
        foreach (var instrument in exchange.Instruments) depth.Change(instrument.Symbol, exchange.Book(instrument.Symbol));
    }

    private void OrderChanged(SimOrder order)
    {
        var (execution, original) = order.Status switch
        {
            SimOrderStatus.Working or SimOrderStatus.Pending => ("NEW", string.Empty),
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
        Printed(tape.Ours(fill));
    }

    private void Printed(Print print)
    {
        foreach (var kind in new[] { "trade", "aggTrade" })
        {
            var stream = $"{Lower(print.Symbol)}@{kind}";
            if (streams.IsWanted(stream)) streams.Market(stream, print.Event(kind, clock.NowMs));
        }
    }

    private void BookChanged(SimInstrument instrument, SimBook book)
    {
        var name = Lower(instrument.Symbol);
        var change = depth.Change(instrument.Symbol, book);
        streams.Market($"{name}@depth", change);
        streams.Market($"{name}@depth@100ms", change);
        var best = new JsonObject
        {
            ["u"] = change["u"]!.DeepClone(), ["s"] = instrument.Symbol, ["b"] = Views.Text(book.Bids[0].Price),
            ["B"] = Views.Text(book.Bids[0].Quantity), ["a"] = Views.Text(book.Asks[0].Price), ["A"] = Views.Text(book.Asks[0].Quantity),
        };
        foreach (var stream in new[] { $"{name}@bookTicker", "!bookTicker" }) streams.Market(stream, best);
        foreach (var rows in Partial)
        {
            foreach (var stream in new[] { $"{name}@depth{rows}", $"{name}@depth{rows}@100ms" })
                if (streams.IsWanted(stream)) streams.Market(stream, depth.Snapshot(instrument.Symbol, rows));
        }
        Figures(instrument.Symbol, name);
        Marks(instrument.Symbol, name);
        foreach (var interval in Candles.Intervals) Candle(instrument.Symbol, name, interval);
        Printed(tape.Others(instrument, book));
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

    private void Figures(string symbol, string name)
    {
        foreach (var kind in new[] { "ticker", "miniTicker" })
        {
            var (one, all) = ($"{name}@{kind}", $"!{kind}@arr");
            if (!streams.IsWanted(one) && !streams.IsWanted(all)) continue;
            var told = Views.Ticker(tickers.Day(symbol), kind == "miniTicker", clock.NowMs);
            streams.Market(one, told);
            streams.Many(all, told);
        }
        foreach (var window in new[] { "1h", "4h", "1d" })
        {
            var stream = $"{name}@ticker_{window}";
            if (!streams.IsWanted(stream)) continue;
            var told = Views.Ticker(tickers.Window(symbol, window), mini: false, clock.NowMs);
            told["e"] = $"{window}Ticker";
            streams.Market(stream, told);
        }
    }

    private void Marks(string symbol, string name)
    {
        foreach (var speed in new[] { "", "@1s" })
        {
            var (one, all) = ($"{name}@markPrice{speed}", $"!markPrice@arr{speed}");
            if (streams.IsWanted(one)) streams.Market(one, futures.MarkUpdate(symbol));
            if (streams.IsWanted(all)) streams.Many(all, futures.MarkUpdate(symbol));
        }
        var average = $"{name}@avgPrice";
        if (streams.IsWanted(average)) streams.Market(average, new JsonObject
        {
            ["e"] = "avgPrice", ["E"] = clock.NowMs, ["s"] = symbol, ["i"] = "5m", ["w"] = Views.Text(exchange.Book(symbol).Last),
            ["T"] = clock.NowMs,
        });
    }

    private static string Lower(string symbol) => string.Concat(symbol.Select(char.ToLowerInvariant));
}
