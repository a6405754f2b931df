using System.Globalization;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

// What other people's clients ask: answered where the desk knows it, refused by the request's own id where it does not.
internal sealed partial class TwsPeer
{
    private void TakeOther(OtherRequest asked)
    {
        if (closed || !asked.IsAnswered) return;
        switch (asked.Id)
        {
            case 74: ManyPositions(asked); break;
            case 76: ManyValues(asked); break;
            case 78: Chains(asked); break;
            case 24: Raw(19, "1", "<ScanParameterResponse></ScanParameterResponse>"); break;
            case 80: Raw(78, "1", TwsDesk.Account, ""); break;
            case 81: Samples(asked); break;
            case 82: Exchanges(); break;
            case 83: Raw(82, asked[0], "2", "0", "NASDAQ", "Q", "1", "NYSE", "N"); break;
            case 85: Raw(85, "0"); break;
            case 87: Head(asked); break;
            case 91: Rule(asked); break;
            case 92 or 94: Profit(asked); break;
            case 93 or 95: profits.Remove(asked.RequestId); break;
            case 96: PastTicks(asked); break;
            case 97: Ticks(asked); break;
            case 98: streams.Remove(asked.RequestId); break;
            case 104: Raw(107, asked[0], ""); break;
            default: Refuse(asked.RequestId, $"Error validating request.-'{asked.Id}' : cause - not simulated"); break;
        }
    }

    private void ManyPositions(OtherRequest asked)
    {
        foreach (var (symbol, quantity, price) in desk.Exchange.Read(e => e.Account.Positions.ToArray()))
        {
            var contract = TwsListing.Of(symbol).Contract;
            Raw(
                71, "1", asked[1], TwsDesk.Account, Text(contract.ConId), contract.Symbol, contract.SecurityType, contract.LastTradeDate,
                Text(contract.Strike), contract.Right, contract.Multiplier, contract.PrimaryExchange, contract.Currency,
                contract.LocalSymbol, contract.TradingClass, Text(quantity), Text(price), "");
        }
        Raw(72, "1", asked[1]);
    }

    private void ManyValues(OtherRequest asked)
    {
        foreach (var row in TwsAccount.All(desk.Exchange)) Raw(73, "1", asked[1], TwsDesk.Account, "", row.Tag, row.Value, row.Currency);
        Raw(74, "1", asked[1]);
    }

    private void Chains(OtherRequest asked)
    {
        var options = TwsListing.All.Where(one => one.Contract.SecurityType == "OPT" && one.Contract.Symbol == asked[1]).ToArray();
        if (options.Length > 0)
        {
            string[] dates = [.. options.Select(one => one.Contract.LastTradeDate).Distinct().Order(StringComparer.Ordinal)];
            string[] strikes = [.. options.Select(one => one.Contract.Strike).Distinct().Order().Select(Text)];
            var head = new[] { asked[0], "SMART", asked[4], asked[1], "100", Text(dates.Length) };
            Raw(75, [.. head, .. dates, Text(strikes.Length), .. strikes]);
        }
        Raw(76, asked[0]);
    }

    private void Samples(OtherRequest asked)
    {
        var found = TwsListing.All.Where(one => one.Contract.SecurityType != "OPT" && asked[1].Length > 0
            && one.Contract.Symbol.StartsWith(asked[1], StringComparison.OrdinalIgnoreCase)).ToArray();
        var fields = found.SelectMany(one => new[]
        {
            Text(one.Contract.ConId), one.Contract.Symbol, one.Contract.SecurityType, one.Contract.PrimaryExchange, one.Contract.Currency,
            "0", one.LongName, "",
        });
        Raw(79, [asked[0], Text(found.Length), .. fields]);
    }

    private void Head(OtherRequest asked)
    {
        if (Single(asked.ContractAt(1), asked.RequestId) is null) return;
        Raw(88, asked[0], asked.Fields[^1] == "2" ? "1420122600" : "20150101-14:30:00");
    }

    private void Exchanges()
    {
        var books = TwsListing.All.Select(one => (one.Contract.PrimaryExchange, one.Contract.SecurityType)).Distinct().Order().ToArray();
        Raw(80, [Text(books.Length), .. books.SelectMany(one => new[] { one.PrimaryExchange, one.SecurityType, "", "Deep2", "" })]);
    }

    // Seconds from the first on, or back from the last; with them the trades, the two sides, or the middle of a bar of one second.
    private void PastTicks(OtherRequest asked)
    {
        const int most = 1_000;
        if (Single(asked.ContractAt(1), asked.RequestId) is not { } listing) return;
        var fromStart = TwsTime.TryParse(asked[14].Replace('-', ' '), TimeZoneInfo.Utc, out var start);
        if (!fromStart & !TwsTime.TryParse(asked[15].Replace('-', ' '), TimeZoneInfo.Utc, out var end))
        {
            Refuse(asked.RequestId, "Error validating request.-'dv' : cause - Start time or end time is needed");
            return;
        }
        var count = Math.Clamp(asked.Number(16), 1, most);
        var first = fromStart ? start.ToUnixTimeSeconds() : end.ToUnixTimeSeconds() - count + 1;
        count = (int)Math.Clamp(desk.Now.ToUnixTimeSeconds() - first + 1, 0, count);
        var (kind, rows) = asked[17] switch { "TRADES" => (98, 6), "BID_ASK" => (97, 6), "MIDPOINT" => (96, 4), _ => (0, 0) };
        if (kind == 0)
        {
            Refuse(asked.RequestId, "Error validating request.-'dv' : cause - Incorrect data type");
            return;
        }
        var fields = new List<string>(2 + (count * rows)) { asked[0], Text(count) };
        for (var at = first; at < first + count; at++)
        {
            var (price, tick) = (TwsHistory.At(listing.Instrument, at), listing.Instrument.TickSize);
            fields.AddRange(kind switch
            {
                98 => [Text(at), "0", Text(price), "100", listing.Contract.PrimaryExchange, ""],
                97 => [Text(at), "0", Text(price - tick), Text(price + tick), "100", "100"],
                _ => [Text(at), "", Text(price), "0"],
            });
        }
        Raw(kind, [.. fields, "1"]);
    }

    // One increment at every price, as the listings have.
    private void Rule(OtherRequest asked) => Raw(93, asked[0], "1", "0", "0.01");

    private void Ticks(OtherRequest asked)
    {
        if (Single(asked.ContractAt(1), asked.RequestId) is not { } listing) return;
        var kind = asked[13] switch { "Last" => "1", "AllLast" => "2", "BidAsk" => "3", "MidPoint" => "4", _ => "" };
        if (kind.Length == 0)
        {
            Refuse(asked.RequestId, "Error validating request.-'bX' : cause - Incorrect tick type");
            return;
        }
        if (IsFull(asked.RequestId, StreamKind.Ticks)) return;
        Stream(asked.RequestId, StreamKind.Ticks, listing, book => Tick(asked[0], kind, listing, book));
    }

    private void Tick(string id, string kind, TwsListing listing, SimBook book)
    {
        var now = Text(desk.Now.ToUnixTimeSeconds());
        var (bid, ask) = (book.Bids.Count > 0 ? book.Bids[0] : default, book.Asks.Count > 0 ? book.Asks[0] : default);
        if (kind == "3") Raw(99, id, kind, now, Text(bid.Price), Text(ask.Price), Text(bid.Quantity), Text(ask.Quantity), "0");
        else if (kind == "4") Raw(99, id, kind, now, Text((bid.Price + ask.Price) / 2m));
        else Raw(99, id, kind, now, Text(book.Last), "100", "0", listing.Contract.PrimaryExchange, "");
    }

    private void Refuse(int requestId, string text) => Send(new ErrorMessage(requestId, 321, text, ""));

    private void Raw(int id, params string[] fields) => outbox.Send(id, fields);

    private static string Text(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
