using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders and trades asked for.</summary>
internal sealed class OrderReads(SimExchange exchange, VenueClock clock)
{
    private static readonly TimeSpan Archives = TimeSpan.FromDays(90);
    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(24);

    /// <summary>By its number or its name; call inside <see cref="SimExchange.Read"/>.</summary>
    public static SimOrder? Find(SimExchange exchange, Request request)
    {
        var found = request.Long("orderId") is { } id ? exchange.Order(id) : exchange.Order(request["origClientOrderId"]);
        return found is { } known && known.Ticket.Symbol == request["symbol"] && known.Status != SimOrderStatus.Rejected ? known : null;
    }

    public Reply Get(Request request)
    {
        if (Named(request) is { } objection) return objection;
        if (!request.Has("orderId") && !request.Has("origClientOrderId")) return Reply.LacksBoth("origClientOrderId", "orderId");
        if (exchange.Read(e => Find(e, request)) is not { } order) return Reply.Error(-2013, "Order does not exist.");
        return IsArchived(order)
            ? Reply.Error(-2026, "Order was canceled or expired with no executed qty over 90 days ago and has been archived.")
            : Reply.Ok(Views.Order(order));
    }

    public Reply Open(Request request) => request.Has("symbol") && Named(request) is { } objection
        ? objection
        : Reply.Ok(exchange.Read(e => new JsonArray([.. e.OpenOrders
            .Where(o => !request.Has("symbol") || o.Ticket.Symbol == request["symbol"])
            .Select(o => (JsonNode)Views.Order(o))])));

    public Reply All(Request request) => Named(request) ?? Span(request) ?? Page(request, "orderId", exchange.Read(e => e.Orders
        .Where(o => o.Ticket.Symbol == request["symbol"] && o.Status != SimOrderStatus.Rejected && !IsArchived(o)
            && IsWithin(request, o.CreatedAt))
        .Select(o => (o.Id, View: (JsonNode)Views.Order(o))).ToArray()));

    public Reply Trades(Request request) => Named(request) ?? Span(request) ?? Page(request, "fromId", exchange.Read(e => e.Fills
        .Where(f => f.Symbol == request["symbol"] && IsWithin(request, f.At)
            && (request.Long("orderId") is not { } id || f.OrderId == id))
        .Select(f => (f.Id, View: (JsonNode)Views.Trade(f, e.Order(f.OrderId)!.Ticket.List))).ToArray()));

    private bool IsArchived(SimOrder order) => order is { IsOpen: false, Filled: 0m }
        && clock.NowMs - order.ChangedAt.ToUnixTimeMilliseconds() > (long)Archives.TotalMilliseconds;

    // The symbol is told, and known.
    private Reply? Named(Request request) => !request.Has("symbol")
        ? Reply.Lacks("symbol")
        : exchange.Find(request["symbol"]) is null ? Reply.Error(-1121, "Invalid symbol.") : null;

    private static Reply? Span(Request request) => request.Long("startTime") is { } from && request.Long("endTime") is { } to
        && to - from > (long)LongestSpan.TotalMilliseconds
            ? Reply.Error(-1127, "More than 24 hours between startTime and endTime.")
            : null;

    private static bool IsWithin(Request request, DateTimeOffset at) => at.ToUnixTimeMilliseconds() is var ms
        && ms >= (request.Long("startTime") ?? 0) && ms <= (request.Long("endTime") ?? long.MaxValue);

    // From a number or a time on, the first; without either, the newest.
    private static Reply Page(Request request, string from, IReadOnlyList<(long Id, JsonNode View)> rows)
    {
        var (first, limit) = (request.Long(from), request.Limit(500, 1_000));
        var later = rows.Where(row => first is null || row.Id >= first);
        var taken = first is null && request.Long("startTime") is null ? later.TakeLast(limit) : later.Take(limit);
        return Reply.Ok(new JsonArray([.. taken.Select(row => row.View)]));
    }
}
