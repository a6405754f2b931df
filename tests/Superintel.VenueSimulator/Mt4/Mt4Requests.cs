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
internal sealed class Mt4Requests(SimExchange exchange, Mt4Journal journal, FaultPlan faults, string token, CancellationToken stopping)
{
    private readonly Mt4Facts facts = new(exchange);

    public async Task Handle(HttpContext context)
    {
        if (context.Request.Headers["X-Bridge-Token"] != token)
        {
            await Answer(context, 401, Problem("UNAUTHORIZED", 0, "wrong token", "NOT_PLACED"));
            return;
        }
        if (faults.At(FaultPoint.Request) == Fault.RateLimitBan)
        {
            await Answer(context, 429, Problem("BUSY", 141, "too many requests", "NOT_PLACED"));
            return;
        }
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        var answered = (context.Request.Method, path) switch
        {
            ("GET", ["v1", "events"]) => Events(context),
            ("POST", ["v1", "orders"]) => Place(context),
            ("DELETE", ["v1", "orders", var ticket]) => Delete(context, ticket),
            ("GET", ["v1", "orders", "by-client-id", var id]) => ByClientId(context, id),
            ("GET", ["v1", "orders"]) => Answer(context, 200,
                exchange.Read(x => Array(x.Orders.Where(o => o.IsWorking).Select(journal.View)))),
            ("GET", ["v1", "positions"]) => Answer(context, 200, Positions()),
            ("GET", ["v1", var what]) when facts.Of(what, context.Request.Query) is { } told => Answer(context, 200, told),
            _ => Answer(context, 404, Problem("NO_SUCH_ROUTE", 0, context.Request.Path, null)),
        };
        await answered;
    }

    private async Task Place(HttpContext context)
    {
        if (await Body(context) is not { } body || Ticket(body) is not { } ticket)
        {
            await Answer(context, 400, Problem("INVALID", 3, "not an order", "NOT_PLACED"));
            return;
        }
        if (exchange.Read(x => x.Order(ticket.ClientId)) is { } known)
        {
            var same = known.Ticket == ticket;
            await (same ? Answer(context, 200, exchange.Read(_ => journal.View(known)))
                : Answer(context, 409, Problem("DUPLICATE_ID", 0, "the id was used for another order", "NOT_PLACED")));
            return;
        }
        var fault = faults.At(FaultPoint.Submit);
        if (fault == Fault.SilentSessionLoss)
        {
            await Answer(context, 503, Problem("TERMINAL_OFFLINE", 6, "no connection to the broker", "NOT_PLACED"));
            return;
        }
        var order = exchange.Submit(ticket);
        if (fault == Fault.PartialThenCancel) order = exchange.Cancel(order.Id, "broker") ?? order;
        if (fault == Fault.LostAcknowledgement || fault == Fault.NightlyReset) context.Abort();
        else if (fault == Fault.ErrorAfterAcceptance || fault == Fault.LateAcknowledgement)
            await Answer(context, 504, Problem("TRADE_TIMEOUT", 128, "the terminal did not answer in time", "UNKNOWN"));
        else if (order.Status == SimOrderStatus.Rejected) await Answer(context, 422, Problem("REJECTED", 131, order.Text, "NOT_PLACED"));
        else await Answer(context, 201, exchange.Read(_ => journal.View(order)));
    }

    private async Task Delete(HttpContext context, string text)
    {
        var order = long.TryParse(text, out var id) ? exchange.Read(x => x.Order(id)) : null;
        if (order is not { IsWorking: true })
        {
            await (order is null ? Answer(context, 404, Problem("NOT_FOUND", 0, text, null))
                : Answer(context, 409, Problem("NOT_PENDING", 0, "the order is over", "NOT_PLACED")));
            return;
        }
        var fault = faults.At(FaultPoint.Cancel);
        if (fault == Fault.LostCancel)
        {
            context.Abort();
            return;
        }
        var canceled = exchange.Cancel(order.Id)!;
        if (fault == Fault.LateFill) exchange.Force(order.Id, order.Leaves);
        await Answer(context, 200, exchange.Read(_ => journal.View(canceled)));
    }

    private Task ByClientId(HttpContext context, string id) => exchange.Read(x => x.Order(id)) is { } order
        ? Answer(context, 200, exchange.Read(_ => journal.View(order)))
        : Answer(context, 404, Problem("NOT_FOUND", 0, id, null));

    private JsonArray Positions()
    {
        if (faults.At(FaultPoint.Positions) == Fault.PhantomPosition)
            exchange.Read(x => { x.Account.Plant("GBPUSD", Mt4Market.LotUnits, 1.27m); return 0; });
        return exchange.Read(x => Array(x.Account.Positions.Select((held, index) => new JsonObject
        {
            ["ticket"] = 900_000 + index,
            ["symbol"] = held.Symbol,
            ["side"] = held.Quantity > 0m ? "BUY" : "SELL",
            ["lots"] = Mt4Journal.Text(Math.Abs(held.Quantity) / Mt4Market.LotUnits),
            ["openPrice"] = Mt4Journal.Text(held.AveragePrice),
            ["openTime"] = "2026-01-01T00:00:00Z",
        })));
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
        await Answer(context, 200, new JsonObject { ["events"] = Array(told), ["lastSeq"] = journal.Last });
    }

    private async Task Answer(HttpContext context, int status, JsonNode body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var fault = faults.At(FaultPoint.Send);
        if (fault == Fault.Disconnect)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = status;
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

    private static SimTicket? Ticket(JsonNode body)
    {
        static decimal? Number(JsonNode? node) =>
            decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
        var id = body["clientOrderId"]?.ToString();
        SimOrderType? type = body["type"]?.ToString() switch
        {
            "MARKET" => SimOrderType.Market,
            "LIMIT" => SimOrderType.Limit,
            "STOP" => SimOrderType.Stop,
            _ => null,
        };
        if (id is not { Length: > 0 and <= 24 } || type is null || Number(body["lots"]) is not { } lots) return null;
        var price = Number(body["price"]);
        return new SimTicket(
            id,
            body["symbol"]?.ToString() ?? "",
            body["side"]?.ToString() == "BUY" ? Side.Buy : Side.Sell,
            type.Value,
            lots * Mt4Market.LotUnits,
            type == SimOrderType.Limit ? price : null,
            type == SimOrderType.Stop ? price : null,
            GoodTill: DateTimeOffset.TryParse(body["expiration"]?.ToString(), CultureInfo.InvariantCulture, out var end) ? end : null);
    }

    private static JsonArray Array(IEnumerable<JsonObject> rows) => new([.. rows]);

    private static JsonObject Problem(string code, int mtCode, string message, string? outcome) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["mtCode"] = mtCode,
            ["message"] = message,
            ["retryable"] = outcome == "NOT_PLACED",
            ["outcome"] = outcome,
        },
    };
}
