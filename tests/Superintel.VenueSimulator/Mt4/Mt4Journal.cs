using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>What the bridge remembers: every order by its client's name, and a gapless list of events.</summary>
internal sealed class Mt4Journal
{
    private readonly Lock gate = new();
    private readonly TicketBook book;
    private readonly TimeProvider clock;
    private readonly List<JsonObject> events = [];
    private readonly Dictionary<string, JsonObject> deferred = new(StringComparer.Ordinal);
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Mt4Journal(SimExchange exchange, TicketBook book, TimeProvider clock)
    {
        (this.book, this.clock) = (book, clock);
        exchange.OrderChanged += Note;
        exchange.Traded += (order, _) =>
        {
            if (order.Status == SimOrderStatus.Filled) Note(order);
        };
    }

    /// <summary>Events after a number, and a task that ends with the next one.</summary>
    public (JsonObject[] Events, Task Next) After(long sequence)
    {
        lock (gate) return ([.. events.Skip((int)sequence).Select(told => (JsonObject)told.DeepClone())], news.Task);
    }

    public long Last
    {
        get
        {
            lock (gate) return events.Count;
        }
    }

    /// <summary>Tells an event a second time, under a number of its own.</summary>
    public void Repeat(SimOrder order) => Note(order);

    /// <summary>The terminal refused it for a reason that passes: it is over until the same comes again.</summary>
    public void Defer(SimTicket ticket, TicketTerms terms, string why)
    {
        var view = Asked(ticket, terms, "DEFERRED", why);
        lock (gate) deferred[ticket.ClientId] = (JsonObject)view.DeepClone();
        Tell(view);
    }

    /// <summary>An order as it was refused for a reason that passes; null when none was.</summary>
    public JsonObject? Deferred(string clientId)
    {
        lock (gate) return (JsonObject?)deferred.GetValueOrDefault(clientId)?.DeepClone();
    }

    public JsonObject View(SimOrder order)
    {
        var (done, terms) = (book.Of(order.Id), book.TermsOf(order.Ticket.ClientId));
        var isTold = !order.IsWorking && done.Count > 0;
        var view = Asked(order.Ticket, terms, State(order), order.Text);
        view["ticket"] = done.FirstOrDefault(one => one.Opens)?.Ticket ?? (order.IsWorking || done.Count == 0 ? order.Id : done[^1].Ticket);
        view["commission"] = Text(done.Sum(one => one.Fee));
        if (!isTold) return view;
        view["filledLots"] = Text(order.Filled / Mt4Market.LotUnits);
        view["openPrice"] = Text(decimal.Round(order.AveragePrice!.Value, 7));
        view["openTime"] = order.ChangedAt.ToString("O");
        view["executions"] = new JsonArray([.. done.Select(Execution)]);
        return view;
    }

    public static string? Text(decimal? value) => value is { } number ? Text(number) : null;

    public static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    // What it said of itself; nothing of it has traded.
    private static JsonObject Asked(SimTicket ticket, TicketTerms terms, string state, string? text) => new()
    {
        ["clientOrderId"] = ticket.ClientId,
        ["state"] = state,
        ["ticket"] = null,
        ["symbol"] = ticket.Symbol,
        ["side"] = ticket.Side == Side.Buy ? "BUY" : "SELL",
        ["type"] = ticket.Type.ToString().ToUpperInvariant(),
        ["lots"] = Text(ticket.Quantity / Mt4Market.LotUnits),
        ["filledLots"] = "0",
        ["openPrice"] = null,
        ["openTime"] = null,
        ["commission"] = "0",
        ["comment"] = text,
        ["price"] = Text(ticket.LimitPrice ?? ticket.StopPrice),
        ["stopLoss"] = Text(terms.StopLoss),
        ["takeProfit"] = Text(terms.TakeProfit),
        ["expiration"] = ticket.GoodTill?.ToString("O"),
        ["magic"] = terms.Magic,
    };

    private static JsonObject Execution(TicketExecution one) => new()
    {
        ["ticket"] = one.Ticket,
        ["kind"] = one.Opens ? "OPEN" : "CLOSE",
        ["lots"] = Text(one.Units / Mt4Market.LotUnits),
        ["price"] = Text(one.Price),
        ["at"] = one.At.ToString("O"),
        ["commission"] = Text(one.Fee),
        ["newTicket"] = one.Rest,
    };

    private void Note(SimOrder order)
    {
        // A ticket that is closed at its stop is nobody's order.
        if (order.Ticket.ClientId.Length == 0) return;
        Tell(View(order));
    }

    private void Tell(JsonObject view)
    {
        lock (gate)
        {
            events.Add(new JsonObject
            {
                ["seq"] = events.Count + 1,
                ["type"] = "order",
                ["at"] = clock.GetUtcNow().ToString("O"),
                ["order"] = view,
            });
            news.TrySetResult();
            news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    // Until the last lot trades, or the rest is over, the order works.
    private static string State(SimOrder order) => order.Status switch
    {
        SimOrderStatus.Filled => "FILLED",
        SimOrderStatus.Canceled => "CANCELLED",
        SimOrderStatus.Rejected => "REJECTED",
        SimOrderStatus.Expired => "EXPIRED",
        _ => "WORKING",
    };
}
