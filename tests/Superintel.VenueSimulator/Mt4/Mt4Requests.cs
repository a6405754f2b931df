using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Superintel.Kernel;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>The bridge's routes, and the ways in which a real one misbehaves.</summary>
internal sealed class Mt4Requests(
    SimExchange exchange, TicketBook book, Mt4Journal journal, FaultPlan faults, string token, CancellationToken stopping)
{
    private readonly Mt4Facts facts = new(exchange, book);
    private readonly Mt4Desk desk = new(exchange, book, journal, faults);

    public async Task Handle(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        if (context.Request.Headers["X-Bridge-Token"] != token)
            await Answer(context, Mt4Reply.Problem(401, "UNAUTHORIZED", 0, "wrong token", "NOT_PLACED"));
        else if (faults.At(FaultPoint.Request) == Fault.RateLimitBan)
            await Answer(context, Mt4Reply.Problem(429, "BUSY", 141, "too many requests", "NOT_PLACED"));
        else if (path is ["v1", "events"] && context.Request.Method == "GET") await Events(context);
        else if (Reply(context, path, context.Request.Method is "POST" or "PATCH" ? await Body(context) : null) is { } reply)
            await Answer(context, reply);
        else context.Abort();
    }

    /// <returns>Null: the connection ends without an answer.</returns>
    private Mt4Reply? Reply(HttpContext context, string[] path, JsonNode? body) => (context.Request.Method, path) switch
    {
        ("POST", ["v1", "orders"]) => desk.Place(body),
        ("POST", ["v1", "positions", var ticket, "close"]) => OfTicket(ticket, number => desk.Close(number, body)),
        ("PATCH", ["v1", "orders", var ticket]) => OfTicket(ticket, number => desk.Change(number, body)),
        ("DELETE", ["v1", "orders", var ticket]) => OfTicket(ticket, desk.Delete),
        ("GET", ["v1", "orders", "by-client-id", var id]) => desk.ByClientId(id),
        ("GET", ["v1", "orders"]) => Mt4Reply.Ok(exchange.Read(x => Array(x.OpenOrders.Where(o => o.IsWorking).Select(journal.View)))),
        ("GET", ["v1", "positions"]) => Mt4Reply.Ok(Positions()),
        ("GET", ["v1", var what]) when facts.Of(what, context.Request.Query) is { } told => Mt4Reply.Ok(told),
        _ => Mt4Reply.NotFound(context.Request.Path),
    };

    private static Mt4Reply? OfTicket(string text, Func<long, Mt4Reply?> asked) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? asked(number) : Mt4Reply.Invalid("not a ticket");

    private JsonArray Positions()
    {
        if (faults.At(FaultPoint.Positions) == Fault.PhantomPosition)
            exchange.Read(x => { x.Account.Plant("GBPUSD", Mt4Market.LotUnits, 1.27m); return 0; });
        return exchange.Read(x => Array(book.Open.Select(held => Position(x, held)).Concat(Phantoms(x))));
    }

    // What the account has and no ticket made.
    private IEnumerable<JsonObject> Phantoms(SimExchange x) =>
        from held in x.Account.Positions.Select((position, index) => (position, index))
        let ours = book.Open.Where(ticket => ticket.Symbol == held.position.Symbol).Sum(ticket => ticket.Side.Sign() * ticket.Units)
        let differs = held.position.Quantity - ours
        where differs != 0m
        select Position(x, new HeldTicket(
            900_000 + held.index, held.position.Symbol, differs > 0m ? Side.Buy : Side.Sell, Math.Abs(differs), held.position.AveragePrice,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), 0m, "", TicketTerms.None, ""));

    private static JsonObject Position(SimExchange x, HeldTicket held)
    {
        var now = held.Side == Side.Buy ? x.Book(held.Symbol).Bids[0].Price : x.Book(held.Symbol).Asks[0].Price;
        return new JsonObject
        {
            ["ticket"] = held.Number,
            ["symbol"] = held.Symbol,
            ["side"] = held.Side == Side.Buy ? "BUY" : "SELL",
            ["lots"] = Mt4Journal.Text(held.Units / Mt4Market.LotUnits),
            ["openPrice"] = Mt4Journal.Text(held.OpenPrice),
            ["openTime"] = held.OpenedAt.ToString("O"),
            ["stopLoss"] = Mt4Journal.Text(held.Terms.StopLoss),
            ["takeProfit"] = Mt4Journal.Text(held.Terms.TakeProfit),
            ["swap"] = "0",
            ["commission"] = Mt4Journal.Text(-held.Fee),
            ["profit"] = Mt4Journal.Text(held.Profit(now)),
            ["magic"] = held.Terms.Magic,
            ["comment"] = held.Comment,
            ["clientOrderId"] = held.ClientId.Length > 0 ? held.ClientId : null,
        };
    }

    private async Task Events(HttpContext context)
    {
        _ = long.TryParse(context.Request.Query["after"], out var after);
        _ = int.TryParse(context.Request.Query["waitMs"], out var wait);
        var (told, next) = journal.After(after);
        if (told.Length == 0)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            limit.CancelAfter(Math.Clamp(wait, 0, 30_000));
            await next.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            (told, _) = journal.After(after);
        }
        await Answer(context, Mt4Reply.Ok(new JsonObject { ["events"] = Array(told), ["lastSeq"] = journal.Last }));
    }

    private async Task Answer(HttpContext context, Mt4Reply reply)
    {
        var bytes = Encoding.UTF8.GetBytes(reply.Body.ToJsonString());
        var fault = faults.At(FaultPoint.Send);
        if (fault == Fault.Disconnect)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        if (fault == Fault.GarbageFrame) bytes = [0xff, .. bytes];
        if (fault == Fault.TruncatedFrame) bytes = bytes[..(bytes.Length / 2)];
        var step = fault == Fault.SlowDrip ? 1 : bytes.Length;
        for (var at = 0; at < bytes.Length; at += step)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(at, Math.Min(step, bytes.Length - at)), context.RequestAborted);
            if (step == 1) await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<JsonNode?> Body(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonArray Array(IEnumerable<JsonObject> rows) => new([.. rows]);
}
