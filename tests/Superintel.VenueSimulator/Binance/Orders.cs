using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Orders: placed, changed, canceled.</summary>
internal sealed class Orders(SimExchange exchange, OrderReader reader, OrderLists lists)
{
    public Reply Place(Request request, bool test = false)
    {
        var (ticket, refusal) = reader.Read(request);
        if (ticket is null) return refusal!;
        if (test) return Reply.Ok(request["computeCommissionRates"] == "true" ? Wallet.Rates(exchange, null) : new JsonObject());
        var order = exchange.Submit(ticket);
        if (order.Status == SimOrderStatus.Rejected) return Reply.Error(-2010, order.Text);
        var kind = request.Has("newOrderRespType") ? request["newOrderRespType"] : request["type"] is "LIMIT" or "MARKET" ? "FULL" : "ACK";
        return Reply.Ok(Views.Placed(order, exchange.Read(e => e.Fills.Where(f => f.OrderId == order.Id).ToArray()), kind));
    }

    public Reply Cancel(Request request)
    {
        if (!request.Has("symbol")) return Reply.Lacks("symbol");
        if (!request.Has("orderId") && !request.Has("origClientOrderId")) return Reply.LacksBoth("origClientOrderId", "orderId");
        if (request["cancelRestrictions"] is not ("" or "ONLY_NEW" or "ONLY_PARTIALLY_FILLED"))
            return Reply.Error(-1145, "Invalid cancelRestrictions");
        if (Find(request) is not { IsOpen: true } order) return Reply.Error(-2011, "Unknown order sent.");
        var allowed = request["cancelRestrictions"] switch
        {
            "ONLY_NEW" => order.Filled == 0m,
            "ONLY_PARTIALLY_FILLED" => order.Filled > 0m,
            _ => true,
        };
        return allowed
            ? Reply.Ok(Views.Canceled(exchange.Cancel(order.Id, "", request["newClientOrderId"])!))
            : Reply.Error(-2011, "Order was not canceled due to cancel restrictions.");
    }

    /// <summary>All of a symbol; a list is told as one.</summary>
    public Reply CancelAll(Request request)
    {
        if (!request.Has("symbol")) return Reply.Lacks("symbol");
        if (exchange.Find(request["symbol"]) is null) return Reply.Error(-1121, "Invalid symbol.");
        var told = new JsonArray();
        foreach (var open in exchange.Read(e => e.OpenOrders.Where(o => o.Ticket.Symbol == request["symbol"]).ToArray()))
        {
            if (exchange.Read(e => e.Order(open.Id)) is not { IsOpen: true }) continue; // gone with its list
            if (open.Ticket.List >= 0) told.Add((JsonNode)lists.Canceled(open.Ticket.List, ""));
            else told.Add((JsonNode)Views.Canceled(exchange.Cancel(open.Id)!));
        }
        return told.Count == 0 ? Reply.Error(-2011, "Unknown order sent.") : Reply.Ok(told);
    }

    /// <summary>Less of a working order, which keeps its place.</summary>
    public Reply Amend(Request request)
    {
        if (!request.Has("symbol")) return Reply.Lacks("symbol");
        if (!request.Has("orderId") && !request.Has("origClientOrderId")) return Reply.LacksBoth("origClientOrderId", "orderId");
        if (request.Decimal("newQty") is not { } quantity) return Reply.Lacks("newQty");
        if (Find(request) is not { IsWorking: true } order) return Reply.Error(-2013, "Order does not exist.");
        if (quantity % exchange.Find(order.Ticket.Symbol)!.LotSize != 0m) return Reply.Error(-1013, "Filter failure: LOT_SIZE");
        if (exchange.Reduce(order.Id, quantity) is not { } reduced)
            return Reply.Error(-2038, "Order amend rejected: the quantity must be less than it was and more than has been filled.");
        return Reply.Ok(new JsonObject
        {
            ["transactTime"] = reduced.ChangedAt.ToUnixTimeMilliseconds(), ["executionId"] = reduced.Id,
            ["amendedOrder"] = Views.Order(reduced),
        });
    }

    /// <summary>One canceled, another in its place; with STOP_ON_FAILURE no other without the cancel.</summary>
    public Reply Replace(Request request)
    {
        if (request["cancelReplaceMode"] is not ("STOP_ON_FAILURE" or "ALLOW_FAILURE")) return Reply.Lacks("cancelReplaceMode");
        if (!request.Has("cancelOrderId") && !request.Has("cancelOrigClientOrderId"))
            return Reply.LacksBoth("cancelOrigClientOrderId", "cancelOrderId");
        if (request.Has("symbol") && OrderWords.Objection(request) is { } objection) return objection;
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["symbol"] = request["symbol"], ["orderId"] = request["cancelOrderId"],
            ["origClientOrderId"] = request["cancelOrigClientOrderId"], ["newClientOrderId"] = request["cancelNewClientOrderId"],
            ["cancelRestrictions"] = request["cancelRestrictions"],
        };
        var canceled = Cancel(request with { Parameters = names });
        var placed = canceled.IsError && request["cancelReplaceMode"] != "ALLOW_FAILURE" ? null : Place(request);
        var data = new JsonObject
        {
            ["cancelResult"] = canceled.IsError ? "FAILURE" : "SUCCESS",
            ["newOrderResult"] = placed is null ? "NOT_ATTEMPTED" : placed.IsError ? "FAILURE" : "SUCCESS",
            ["cancelResponse"] = canceled.Body,
            ["newOrderResponse"] = placed?.Body,
        };
        if (placed is { IsError: false } && !canceled.IsError) return Reply.Ok(data);
        var both = canceled.IsError && placed is null or { IsError: true };
        var failed = both && canceled.IsError
            ? Reply.Error(-2022, "Order cancel-replace failed.")
            : Reply.Error(-2021, "Order cancel-replace partially failed.", 409);
        failed.Body["data"] = data;
        return failed;
    }

    private SimOrder? Find(Request request) => exchange.Read(e => OrderReads.Find(e, request));
}
