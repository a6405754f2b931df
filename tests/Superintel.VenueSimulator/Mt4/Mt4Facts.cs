using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>What the bridge says of itself, its account and its markets.</summary>
internal sealed class Mt4Facts(SimExchange exchange, TicketBook book)
{
    /// <returns>Null when there is no such thing to ask for.</returns>
    public JsonNode? Of(string what, IQueryCollection query) => what switch
    {
        "health" => new JsonObject
        {
            ["status"] = "up",
            ["terminalConnected"] = true,
            ["tradeAllowed"] = true,
            ["serverTimeUtc"] = TimeProvider.System.GetUtcNow().ToString("O"),
            ["brokerUtcOffsetMinutes"] = 120,
            ["build"] = 1420,
        },
        "account" => Account(),
        "symbols" => Rows(query["names"].ToString(), Symbol),
        "quotes" => Rows(query["symbols"].ToString(), Quote),
        "bars" => Bars(query["symbol"].ToString(), query["limit"].ToString(), Time(query["to"].ToString())),
        "history" => History(Time(query["from"].ToString()), Time(query["to"].ToString()), query["limit"].ToString()),
        _ => null,
    };

    private JsonObject Account()
    {
        var balance = Mt4Journal.Text(exchange.Read(x => x.Account.Balances.GetValueOrDefault("USD")));
        return new JsonObject
        {
            ["login"] = long.Parse(Mt4Server.Account),
            ["server"] = "Simulated-Demo",
            ["company"] = "Simulated",
            ["currency"] = "USD",
            ["leverage"] = 100,
            ["balance"] = balance,
            ["equity"] = balance,
            ["margin"] = "0",
            ["freeMargin"] = balance,
            ["profit"] = "0",
        };
    }

    private JsonArray Rows(string names, Func<SimInstrument, JsonObject> row)
    {
        var wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray([.. exchange.Instruments.Where(one => wanted.Length == 0 || wanted.Contains(one.Symbol)).Select(row)]);
    }

    private static JsonObject Symbol(SimInstrument one) => new()
    {
        ["symbol"] = one.Symbol,
        ["digits"] = 5,
        ["point"] = Mt4Journal.Text(one.TickSize),
        ["lotSize"] = Mt4Journal.Text(Mt4Market.LotUnits),
        ["minLot"] = Mt4Journal.Text(Mt4Market.LotStep),
        ["maxLot"] = "100",
        ["lotStep"] = Mt4Journal.Text(Mt4Market.LotStep),
        ["stopLevelPoints"] = 0,
        ["tickSize"] = Mt4Journal.Text(one.TickSize),
        ["tickValue"] = Mt4Journal.Text(one.TickSize * Mt4Market.LotUnits),
        ["tradeMode"] = "FULL",
    };

    private JsonObject Quote(SimInstrument one)
    {
        var (bid, ask) = exchange.Read(x => (x.Book(one.Symbol).Bids[0].Price, x.Book(one.Symbol).Asks[0].Price));
        return new JsonObject
        {
            ["symbol"] = one.Symbol,
            ["bid"] = Mt4Journal.Text(bid),
            ["ask"] = Mt4Journal.Text(ask),
            ["time"] = TimeProvider.System.GetUtcNow().ToString("O"),
        };
    }

    // A seeded walk that ends at the opening price: history before the session.
    private JsonArray Bars(string symbol, string limit, DateTimeOffset? to)
    {
        if (exchange.Find(symbol) is not { } one) return [];
        var count = int.TryParse(limit, out var asked) ? Math.Clamp(asked, 1, 1000) : 100;
        var (draw, rows, close) = (new Random(symbol.Length), new List<JsonObject>(), one.OpeningPrice);
        var begin = (to ?? TimeProvider.System.GetUtcNow()).UtcDateTime.Date;
        for (var i = 0; i < count; i++)
        {
            var open = close + (draw.Next(-300, 301) * one.TickSize);
            rows.Add(new JsonObject
            {
                ["time"] = new DateTimeOffset(begin.AddDays(-i - 1), TimeSpan.Zero).ToString("O"),
                ["open"] = Mt4Journal.Text(open),
                ["high"] = Mt4Journal.Text(Math.Max(open, close) + (50 * one.TickSize)),
                ["low"] = Mt4Journal.Text(Math.Min(open, close) - (50 * one.TickSize)),
                ["close"] = Mt4Journal.Text(close),
                ["tickVolume"] = draw.Next(1_000, 50_000),
                ["complete"] = true,
            });
            close = open;
        }
        rows.Reverse();
        return new JsonArray([.. rows]);
    }

    private JsonArray History(DateTimeOffset? from, DateTimeOffset? to, string limit)
    {
        var most = int.TryParse(limit, out var asked) ? Math.Clamp(asked, 1, 1000) : 1000;
        return exchange.Read(_ => new JsonArray([.. book.Closed
            .Where(held => !(held.ClosedAt < from) && !(held.ClosedAt > to)).OrderBy(held => held.ClosedAt).TakeLast(most).Select(Trade)]));
    }

    private static JsonObject Trade(HeldTicket held) => new()
    {
        ["ticket"] = held.Number,
        ["symbol"] = held.Symbol,
        ["side"] = held.Side == Side.Buy ? "BUY" : "SELL",
        ["lots"] = Mt4Journal.Text(held.Units / Mt4Market.LotUnits),
        ["openTime"] = held.OpenedAt.ToString("O"),
        ["closeTime"] = held.ClosedAt?.ToString("O"),
        ["openPrice"] = Mt4Journal.Text(held.OpenPrice),
        ["closePrice"] = Mt4Journal.Text(held.ClosePrice),
        ["profit"] = Mt4Journal.Text(held.Profit(held.ClosePrice)),
        ["swap"] = "0",
        ["commission"] = Mt4Journal.Text(-held.Fee),
        ["magic"] = held.Terms.Magic,
        ["comment"] = held.Comment,
        ["clientOrderId"] = held.ClientId.Length > 0 ? held.ClientId : null,
    };

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
