using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Order lists: two orders of which one ends the other, and orders that wait until another has filled.</summary>
internal sealed class OrderLists(SimExchange exchange, OrderReader reader, Streams streams, VenueClock clock)
{
    private readonly SortedDictionary<long, OrderList> lists = [];
    private readonly HashSet<long> decided = [];
    private readonly HashSet<long> done = [];

    /// <summary>From now on orders end and send each other; the account's events come from whoever listened before.</summary>
    public void Listen()
    {
        exchange.OrderChanged += Follow;
        exchange.Traded += (order, _) => Follow(order);
    }

    /// <param name="kind">As <see cref="OrderLegs.Of"/> has it.</param>
    public Reply Place(string kind, Request request)
    {
        if (!request.Has("symbol")) return Reply.Lacks("symbol");
        if (exchange.Find(request["symbol"]) is not { } instrument) return Reply.Error(-1121, "Invalid symbol.");
        if (kind is "oco" or "order/oco" && !request.Has("side")) return Reply.Lacks("side");
        if (kind is "oco" or "order/oco" && !request.Has("quantity")) return Reply.Lacks("quantity");
        var asked = OrderLegs.Of(kind, request);
        var orders = asked.Working is null ? asked.Legs : asked.Legs.Prepend(asked.Working);
        if (orders.Select(OrderWords.Objection).FirstOrDefault(one => one is not null) is { } objection) return objection;
        if (asked.Working is { } first && first["type"] is not ("LIMIT" or "LIMIT_MAKER")) return Reply.Error(-1116, "Invalid orderType.");
        var last = exchange.Read(e => e.Book(instrument.Symbol).Last);
        if (asked.Legs.Count == 2 && OrderLegs.Objection(asked.Legs, asked.Working is null ? last : null) is { } pair) return pair;
        return exchange.Read(e => Submit(e, request, asked));
    }

    /// <summary>By its number or its name.</summary>
    public Reply Get(Request request) => exchange.Read(e =>
    {
        if (!request.Has("orderListId") && !request.Has("origClientOrderId"))
            return Reply.LacksBoth("origClientOrderId", "orderListId");
        return Find(request, "origClientOrderId") is { } list ? Reply.Ok(View(e, list)) : Reply.Error(-2013, "Order does not exist.");
    });

    public Reply Open() => exchange.Read(e => Reply.Ok(new JsonArray(
        [.. lists.Values.Where(list => !IsDone(e, list)).Select(list => View(e, list))])));

    public Reply All(Request request) => exchange.Read(e => Reply.Ok(new JsonArray([.. lists.Values
        .Where(list => list.Id >= (request.Long("fromId") ?? 0) && list.CreatedMs >= (request.Long("startTime") ?? 0)
            && list.CreatedMs <= (request.Long("endTime") ?? long.MaxValue))
        .TakeLast(request.Limit(500, 1_000)).Select(list => View(e, list))])));

    public Reply Cancel(Request request) => exchange.Read(e =>
    {
        if (!request.Has("symbol")) return Reply.Lacks("symbol");
        if (!request.Has("orderListId") && !request.Has("listClientOrderId")) return Reply.LacksBoth("orderListId", "listClientOrderId");
        if (Find(request, "listClientOrderId") is not { } list || list.Symbol != request["symbol"] || IsDone(e, list))
            return Reply.Error(-2011, "Unknown order sent.");
        return Reply.Ok(Canceled(list.Id, request["newClientOrderId"]));
    });

    /// <summary>Ends what is open of a list, as its cancel tells it.</summary>
    public JsonObject Canceled(long id, string name) => exchange.Read(e =>
    {
        var list = lists[id];
        foreach (var one in list.All.Where(one => e.Order(one)!.IsOpen).ToArray()) e.Cancel(one, "", name);
        var view = View(e, list);
        view["orderReports"] = new JsonArray([.. list.All.Select(one => (JsonNode)Views.Canceled(e.Order(one)!))]);
        return view;
    });

    private Reply Submit(SimExchange e, Request request, OrderLegs asked)
    {
        if (lists.Values.Count(list => list.Symbol == request["symbol"] && !IsDone(e, list)) >= OrderFilters.MostLists)
            return Reply.Error(-1013, "Filter failure: MAX_NUM_ORDER_LISTS");
        if (lists.Values.Any(list => list.Name == request["listClientOrderId"] && !IsDone(e, list)))
            return Reply.Error(-2010, "Duplicate order sent.");
        var tickets = new List<SimTicket>();
        foreach (var leg in asked.Working is null ? asked.Legs : asked.Legs.Prepend(asked.Working))
        {
            var (ticket, refusal) = reader.Read(leg, waits: asked.Working is not null && leg != asked.Working);
            if (ticket is null) return refusal!;
            if (tickets.Any(other => other.ClientId == ticket.ClientId)) return Reply.Error(-2010, "Duplicate order sent.");
            tickets.Add(ticket);
        }
        var (id, name) = (lists.Count + 1, request.Has("listClientOrderId") ? request["listClientOrderId"] : reader.NextName());
        var ids = tickets.Select(ticket => e.Submit(ticket with { List = id }).Id).ToArray();
        var (working, legs) = asked.Working is null ? (0L, ids) : (ids[0], ids[1..]);
        var contingency = asked.Working is null ? "OCO" : "OTO";
        var list = lists[id] = new OrderList(id, name, request["symbol"], contingency, working, legs, clock.NowMs);
        Tell(e, list);
        foreach (var one in ids) Follow(e.Order(one)!);
        var view = View(e, list);
        var kind = request.Has("newOrderRespType") ? request["newOrderRespType"] : "RESULT";
        view["orderReports"] = new JsonArray([.. ids.Select(one =>
            (JsonNode)Views.Placed(e.Order(one)!, e.Fills.Where(fill => fill.OrderId == one), kind))]);
        return Reply.Ok(view);
    }

    private void Follow(SimOrder order)
    {
        if (!lists.TryGetValue(order.Ticket.List, out var list)) return;
        if (order.Id == list.Working) Send(list, order);
        else if (Decides(order) && decided.Add(list.Id))
            End(list.Legs.Where(leg => leg != order.Id), order.Status == SimOrderStatus.Canceled);
        if (IsDone(exchange, list) && done.Add(list.Id)) Tell(exchange, list);
    }

    // The first trade of one, or that its stop was reached, is the end of the other.
    private static bool Decides(SimOrder order) => order.Filled > 0m || !order.IsOpen
        || (order is { IsTriggered: true, Ticket.Type: SimOrderType.Stop or SimOrderType.StopLimit });

    private void Send(OrderList list, SimOrder working)
    {
        if (working.IsOpen) return;
        if (working.Status != SimOrderStatus.Filled) End(list.Legs, working.Status == SimOrderStatus.Canceled);
        else foreach (var leg in list.Legs) exchange.Release(leg);
    }

    private void End(IEnumerable<long> legs, bool canceled)
    {
        foreach (var leg in legs)
        {
            if (canceled) exchange.Cancel(leg);
            else exchange.Expire(leg, "The other order of the list");
        }
    }

    private OrderList? Find(Request request, string name) => request.Long("orderListId") is { } id
        ? lists.GetValueOrDefault(id)
        : lists.Values.LastOrDefault(list => list.Name == request[name]);

    private static bool IsDone(SimExchange exchange, OrderList list) => list.All.All(id => !exchange.Order(id)!.IsOpen);

    private JsonObject View(SimExchange e, OrderList list) => new()
    {
        ["orderListId"] = list.Id, ["contingencyType"] = list.Contingency,
        ["listStatusType"] = IsDone(e, list) ? "ALL_DONE" : "EXEC_STARTED",
        ["listOrderStatus"] = IsDone(e, list) ? "ALL_DONE" : "EXECUTING",
        ["listClientOrderId"] = list.Name, ["transactionTime"] = clock.NowMs, ["symbol"] = list.Symbol,
        ["orders"] = new JsonArray([.. list.All.Select(id => (JsonNode)new JsonObject
        {
            ["symbol"] = list.Symbol, ["orderId"] = id, ["clientOrderId"] = e.Order(id)!.Ticket.ClientId,
        })]),
    };

    private void Tell(SimExchange e, OrderList list)
    {
        var (now, view) = (clock.NowMs, View(e, list));
        streams.User(new JsonObject
        {
            ["e"] = "listStatus", ["E"] = now, ["s"] = list.Symbol, ["g"] = list.Id, ["c"] = list.Contingency,
            ["l"] = view["listStatusType"]!.DeepClone(), ["L"] = view["listOrderStatus"]!.DeepClone(), ["r"] = "NONE", ["C"] = list.Name,
            ["T"] = now,
            ["O"] = new JsonArray([.. list.All.Select(id => (JsonNode)new JsonObject
            {
                ["s"] = list.Symbol, ["i"] = id, ["c"] = e.Order(id)!.Ticket.ClientId,
            })]),
        });
    }
}
