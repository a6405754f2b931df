using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>Orders, closes and changes, and the ways in which a real bridge misbehaves with them. No answer: the connection ends.</summary>
internal sealed class Mt4Desk(SimExchange exchange, TicketBook book, Mt4Journal journal, FaultPlan faults)
{
    private readonly Dictionary<string, string> asked = new(StringComparer.Ordinal);

    public Mt4Reply? Place(JsonNode? body)
    {
        if (Mt4Asked.Order(body) is not var (order, terms, reduces)) return Mt4Reply.Invalid("not an order");
        return exchange.Read(_ => Known(order.ClientId, body!, known => View(200, known)) is { } told
            ? told
            : Send(order, Legs(order, terms, reduces), terms, body!, done => View(201, done)));
    }

    public Mt4Reply? Close(long number, JsonNode? body)
    {
        if (Mt4Asked.Name(body) is not { } id) return Mt4Reply.Invalid("not a close");
        return exchange.Read(_ =>
        {
            if (Known($"{id}", body!, Closed) is { } told) return told;
            if (book.Find(number) is not { } held) return Mt4Reply.NotFound($"ticket {number}");
            if (held.ClosedAt is not null)
                return Mt4Reply.Problem(409, "NOT_OPEN", 0, "the ticket is not an open position", "NOT_PLACED");
            var units = Mt4Asked.Number(body!["lots"]) * Mt4Market.LotUnits ?? held.Units;
            if (units is not > 0m || units > held.Units)
                return Mt4Reply.Problem(422, "INVALID_VOLUME", 131, "the ticket has fewer lots", "NOT_PLACED");
            var side = held.Side == Side.Buy ? Side.Sell : Side.Buy;
            return Send(
                new SimTicket(id, held.Symbol, side, SimOrderType.Market, units), [new TicketLeg(number, units)], held.Terms, body!,
                Closed);
        });
    }

    public Mt4Reply? Change(long number, JsonNode? body)
    {
        var (price, end) = (Mt4Asked.Number(body?["price"]), Mt4Asked.Time(body?["expiration"]));
        var (stop, target) = (Mt4Asked.Number(body?["stopLoss"]), Mt4Asked.Number(body?["takeProfit"]));
        if (price is <= 0m || (price ?? stop ?? target) is null && end is null) return Mt4Reply.Invalid("nothing is to be changed");
        return exchange.Read(x =>
        {
            var (order, held) = (x.Order(number), book.Find(number));
            if (order is null && held is null) return Mt4Reply.NotFound($"ticket {number}");
            var isHeld = held is { ClosedAt: null } && price is null && end is null;
            if (order is not { IsWorking: true } && !isHeld) return NotPending();
            if (faults.At(FaultPoint.Cancel) == Fault.LostCancel) return null;
            var id = held?.ClientId ?? order!.Ticket.ClientId;
            var before = held?.Terms ?? book.TermsOf(id);
            book.Stops(number, id, before with { StopLoss = Stop(stop, before.StopLoss), TakeProfit = Stop(target, before.TakeProfit) });
            if (isHeld) return x.Order(held!.ClientId) is { } opener ? View(200, opener) : NotPending();
            var isLimit = order!.Ticket.Type == SimOrderType.Limit;
            if (x.Amend(number, isLimit ? price : null, isLimit ? null : price, end) is { } changed) return View(200, changed);
            book.Stops(number, id, before);
            return Mt4Reply.Problem(422, "INVALID_STOPS", 130, "the price is off the tick, or the date is over", "NOT_PLACED");
        });
    }

    public Mt4Reply? Delete(long number) => exchange.Read(x =>
    {
        var order = x.Order(number);
        if (order is not { IsWorking: true })
            return order is null && book.Find(number) is null ? Mt4Reply.NotFound($"ticket {number}") : NotPending();
        var fault = faults.At(FaultPoint.Cancel);
        if (fault == Fault.LostCancel) return null;
        var canceled = x.Cancel(order.Id)!;
        var view = View(200, canceled);
        if (fault == Fault.LateFill) x.Force(order.Id, order.Leaves);
        return view;
    });

    public Mt4Reply ByClientId(string id) => exchange.Read(x => x.Order(id) is { } order ? View(200, order)
        : journal.Deferred(id) is { } deferred ? Mt4Reply.Ok(deferred)
        : Mt4Reply.NotFound(id));

    private Mt4Reply View(int status, SimOrder order) => new(status, journal.View(order));

    private Mt4Reply Closed(SimOrder order) => book.Of(order.Id) is [var done, ..]
        ? Mt4Reply.Ok(new JsonObject
        {
            ["closedLots"] = Mt4Journal.Text(done.Units / Mt4Market.LotUnits),
            ["price"] = Mt4Journal.Text(done.Price),
            ["newTicket"] = done.Rest,
        })
        : Rejected(order);

    /// <returns>Null when nobody asked under that name before, or the same was refused for a reason that passes.</returns>
    private Mt4Reply? Known(string id, JsonNode body, Func<SimOrder, Mt4Reply> told)
    {
        if (asked.TryGetValue(id, out var before) && before != body.ToJsonString())
            return Mt4Reply.Problem(409, "DUPLICATE_ID", 0, "the id was used for another order", "NOT_PLACED");
        if (exchange.Order(id) is not { } known) return null;
        return known.Status == SimOrderStatus.Rejected ? Rejected(known) : told(known);
    }

    private Mt4Reply? Send(
        SimTicket order, IReadOnlyList<TicketLeg>? legs, TicketTerms terms, JsonNode body, Func<SimOrder, Mt4Reply> told)
    {
        var fault = faults.At(FaultPoint.Submit);
        if (fault == Fault.SilentSessionLoss)
            return Mt4Reply.Problem(503, "TERMINAL_OFFLINE", 6, "no connection to the broker", "NOT_PLACED");
        asked[order.ClientId] = body.ToJsonString();
        if (fault == Fault.BusyTerminal)
        {
            journal.Defer(order, terms, "MetaTrader's error 146");
            return Mt4Reply.Problem(429, "BUSY", 146, "MetaTrader's error 146", "NOT_PLACED");
        }
        if (fault == Fault.PartialThenCancel && order.Type == SimOrderType.Market)
            legs = Half(legs ?? [new TicketLeg(null, order.Quantity)]);
        var placed = book.Send(order, legs, terms);
        if (fault == Fault.PartialThenCancel) placed = exchange.Cancel(placed.Id, "broker") ?? placed;
        if (fault == Fault.LostAcknowledgement || fault == Fault.NightlyReset) return null;
        if (fault == Fault.ErrorAfterAcceptance || fault == Fault.LateAcknowledgement)
            return Mt4Reply.Problem(504, "TRADE_TIMEOUT", 128, "the terminal did not answer in time", "UNKNOWN");
        return placed.Status == SimOrderStatus.Rejected ? Rejected(placed) : told(placed);
    }

    private IReadOnlyList<TicketLeg>? Legs(SimTicket order, TicketTerms terms, bool reduces)
    {
        if (!reduces) return null;
        if (order.Type == SimOrderType.Market) return book.Reducing(order, terms.Magic);
        book.NetsOff(order.ClientId);
        return null;
    }

    /// <summary>What a broker fills that fills a part: half of it, at least one step, leg by leg.</summary>
    private static List<TicketLeg> Half(IReadOnlyList<TicketLeg> legs)
    {
        const decimal Step = Mt4Market.LotStep * Mt4Market.LotUnits;
        var left = Math.Max(Step, decimal.Floor(legs.Sum(leg => leg.Units) / 2m / Step) * Step);
        var half = new List<TicketLeg>();
        foreach (var leg in legs.TakeWhile(_ => left > 0m))
        {
            half.Add(leg with { Units = Math.Min(left, leg.Units) });
            left -= half[^1].Units;
        }
        return half;
    }

    private static decimal? Stop(decimal? said, decimal? before) => said switch { null => before, 0m => null, _ => said };

    private static Mt4Reply Rejected(SimOrder order) => Mt4Reply.Problem(422, "REJECTED", 131, order.Text, "NOT_PLACED");

    private static Mt4Reply NotPending() => Mt4Reply.Problem(409, "NOT_PENDING", 0, "the ticket is not a pending order", "NOT_PLACED");
}
