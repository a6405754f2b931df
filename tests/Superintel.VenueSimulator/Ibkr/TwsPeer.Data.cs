using System.Collections.Immutable;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

internal sealed partial class TwsPeer
{
    private const int MostRows = 10;
    private const long BarSeconds = 5;
    private readonly SortedDictionary<int, (string Symbol, StreamKind Kind, Action<SimBook> Tell)> streams = [];

    public int Running(StreamKind kind) => streams.Values.Count(stream => stream.Kind == kind);

    /// <summary>A market moved: whoever subscribed hears it.</summary>
    public void Quoted(SimInstrument instrument, decimal last)
    {
        foreach (var (symbol, _, tell) in streams.Values)
            if (symbol == instrument.Symbol) desk.Exchange.Read(e => { tell(e.Book(symbol)); return last; });
    }

    /// <summary>As TWS does when it lost its own connection: it forgets every stream.</summary>
    public void Forget() => streams.Clear();

    private void Data<T>(T asked)
    {
        switch (asked)
        {
            case RequestContractDetails details: Details(details); break;
            case RequestHistoricalData history: History(history); break;
            case RequestMarketData data: Quotes(data); break;
            case RequestMarketDepth depth: Depth(depth); break;
            case RequestRealTimeBars bars: Bars(bars); break;
            case CancelMarketData cancel: End(cancel.RequestId, 300, "Can't find EId with tickerId"); break;
            case CancelMarketDepth cancel: End(cancel.RequestId, 310, "Can't find the subscribed market depth with tickerId"); break;
            case CancelHistoricalData cancel: End(cancel.RequestId, 366, "No historical data query found for ticker id"); break;
            case CancelRealTimeBars cancel: End(cancel.RequestId, 300, "Can't find EId with tickerId"); break;
        }
    }

    private void End(int requestId, int code, string text)
    {
        // History that was told to its end needs no cancel; clients send it all the same.
        if (!streams.Remove(requestId)) Send(new ErrorMessage(requestId, code, $"{text}:{requestId}", ""));
    }

    private bool IsTaken(int requestId)
    {
        if (!streams.ContainsKey(requestId)) return false;
        Send(new ErrorMessage(requestId, 322, "Error processing request.-'bW' : cause - Duplicate ticker id", ""));
        return true;
    }

    private bool IsFull(int requestId, StreamKind kind)
    {
        if (Allowance.Refusal(requestId, kind, desk.Running(kind)) is not { } refusal) return false;
        Send(refusal);
        return true;
    }

    private void Details(RequestContractDetails asked)
    {
        var found = TwsListing.Matching(asked.Contract);
        if (found.Count == 0)
        {
            Send(new ErrorMessage(asked.RequestId, 200, "No security definition has been found for the request", ""));
            return;
        }
        foreach (var listing in found)
        {
            var (contract, market) = (listing.Contract, listing.Instrument);
            Send(new ContractData(asked.RequestId, contract)
            {
                MarketName = contract.TradingClass,
                MinimumTick = market.TickSize,
                OrderTypes = "LMT,LOC,MKT,MOC,STP,STPLMT,TRAIL,GTC,GTD,OCA,WHATIF",
                ValidExchanges = $"{contract.Exchange},{contract.PrimaryExchange}",
                LongName = listing.LongName,
                TimeZone = "US/Eastern",
                TradingHours = $"{desk.Now:yyyyMMdd}:0400-{desk.Now:yyyyMMdd}:2000",
                LiquidHours = $"{desk.Now:yyyyMMdd}:0930-{desk.Now:yyyyMMdd}:1600",
                StockType = contract.SecurityType == "STK" ? "COMMON" : "",
                MinimumSize = market.LotSize,
                SizeIncrement = market.LotSize,
            });
        }
        Send(new ContractDataEnd(asked.RequestId));
    }

    private void History(RequestHistoricalData asked)
    {
        if (IsTaken(asked.RequestId) || Single(asked.Contract, asked.RequestId) is not { } listing) return;
        if (TwsHistory.Objection(listing.Contract, asked) is var (code, text))
        {
            Send(new ErrorMessage(asked.RequestId, code, text, ""));
            return;
        }
        if (!desk.History.Takes(listing.Contract.ConId, asked))
        {
            Send(new ErrorMessage(asked.RequestId, 162, HistoryRate.Violation, ""));
            return;
        }
        if (desk.IsFarmAway)
        {
            Send(new ErrorMessage(
                asked.RequestId, 162, "Historical Market Data Service error message:HMDS server disconnect occurred.", ""));
            return;
        }
        var bars = TwsHistory.Bars(listing.Instrument, asked, desk.Now);
        if (bars.IsEmpty)
        {
            Send(new ErrorMessage(
                asked.RequestId, 162, "Historical Market Data Service error message:HMDS query returned no data", ""));
            return;
        }
        Send(new HistoricalData(asked.RequestId, bars[0].Time, bars[^1].Time, bars));
        if (asked.KeepUpToDate)
            Stream(asked.RequestId, StreamKind.History, listing, _ => Send(TwsHistory.Running(listing.Instrument, asked, desk.Now)));
    }

    private void Quotes(RequestMarketData asked)
    {
        if (IsTaken(asked.RequestId) || Single(asked.Contract, asked.RequestId) is not { } listing) return;
        if (IsFull(asked.RequestId, StreamKind.Line)) return;
        Send(new TickRequestParameters(asked.RequestId, listing.Instrument.TickSize, "9c0001", 3));
        Send(new MarketDataType(asked.RequestId, 1));
        Stream(asked.RequestId, StreamKind.Line, listing, book =>
        {
            var (bid, ask) = (book.Bids.Count > 0 ? book.Bids[0] : default, book.Asks.Count > 0 ? book.Asks[0] : default);
            Send(new TickPrice(asked.RequestId, 1, bid.Quantity > 0m ? bid.Price : -1m, bid.Quantity, 1));
            Send(new TickSize(asked.RequestId, 0, bid.Quantity));
            Send(new TickPrice(asked.RequestId, 2, ask.Quantity > 0m ? ask.Price : -1m, ask.Quantity, 1));
            Send(new TickSize(asked.RequestId, 3, ask.Quantity));
            Send(new TickPrice(asked.RequestId, 4, book.Last, 100m, 0));
        });
        TheDay(asked.RequestId, listing);
        if (!asked.Snapshot) return;
        streams.Remove(asked.RequestId);
        Send(new TickSnapshotEnd(asked.RequestId));
    }

    // Last size, high, low, volume, yesterday's close, today's open, the last trade's time, and that it is not halted.
    private void TheDay(int requestId, TwsListing listing)
    {
        var (opened, last) = (listing.Instrument.OpeningPrice, desk.Exchange.Read(e => e.Book(listing.Instrument.Symbol).Last));
        Send(new TickSize(requestId, 5, 100m));
        Send(new TickPrice(requestId, 6, Math.Max(opened, last), 0m, 0));
        Send(new TickPrice(requestId, 7, Math.Min(opened, last), 0m, 0));
        Send(new TickSize(requestId, 8, 1_000m * listing.Instrument.TypicalSize));
        Send(new TickPrice(requestId, 9, opened - listing.Instrument.TickSize, 0m, 0));
        Send(new TickPrice(requestId, 14, opened, 0m, 0));
        Raw(46, "6", Text(requestId), "45", Text(desk.Now.ToUnixTimeSeconds()));
        Raw(45, "6", Text(requestId), "49", "0");
    }

    private void Depth(RequestMarketDepth asked)
    {
        if (IsTaken(asked.RequestId) || Single(asked.Contract, asked.RequestId) is not { } listing) return;
        if (IsFull(asked.RequestId, StreamKind.Depth)) return;
        var rows = Math.Clamp(asked.Rows, 1, MostRows);
        var known = new int[2];
        Stream(asked.RequestId, StreamKind.Depth, listing, book =>
        {
            Side(0, book.Asks);
            Side(1, book.Bids);
        });

        void Side(int side, IReadOnlyList<SimLevel> levels)
        {
            var count = Math.Min(rows, levels.Count);
            for (var i = 0; i < count; i++)
                Level(i, i < known[side] ? 1 : 0, side, levels[i]);
            for (var i = known[side] - 1; i >= count; i--) Level(i, 2, side, default);
            known[side] = count;
        }

        void Level(int position, int operation, int side, SimLevel level)
        {
            if (asked.Smart)
            {
                var market = listing.Contract.PrimaryExchange;
                Send(new MarketDepthL2(asked.RequestId, position, market, operation, side, level.Price, level.Quantity, true));
            }
            else Send(new MarketDepth(asked.RequestId, position, operation, side, level.Price, level.Quantity));
        }
    }

    private void Bars(RequestRealTimeBars asked)
    {
        if (IsTaken(asked.RequestId) || Single(asked.Contract, asked.RequestId) is not { } listing) return;
        if (IsFull(asked.RequestId, StreamKind.Line)) return;
        // The bar that ended last comes at once, each later one when its five seconds are over.
        var next = (desk.Now.ToUnixTimeSeconds() / BarSeconds * BarSeconds) - BarSeconds;
        Stream(asked.RequestId, StreamKind.Line, listing, book =>
        {
            var ended = desk.Now.ToUnixTimeSeconds() - BarSeconds;
            if (ended < next) return;
            var (low, high) = (Math.Min(book.Last, book.Bids[0].Price), Math.Max(book.Last, book.Asks[0].Price));
            Send(new RealTimeBar(asked.RequestId, ended / BarSeconds * BarSeconds, book.Last, high, low, book.Last, 100m, book.Last, 1));
            next = (ended / BarSeconds * BarSeconds) + BarSeconds;
        });
    }

    // The first word at once, the rest as the market moves.
    private void Stream(int requestId, StreamKind kind, TwsListing listing, Action<SimBook> tell)
    {
        streams[requestId] = (listing.Instrument.Symbol, kind, tell);
        desk.Exchange.Read(e => { tell(e.Book(listing.Instrument.Symbol)); return 0; });
    }

    private TwsListing? Single(Venue.Ibkr.Messages.Contract contract, int requestId)
    {
        if (TwsListing.Matching(contract) is [var only]) return only;
        Send(new ErrorMessage(requestId, 200, "No security definition has been found for the request", ""));
        return null;
    }
}
