using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>What the bridge remembers: every order by its client's name, and a gapless list of events.</summary>
internal sealed class Mt4Journal
{
    private readonly Lock gate = new();
    private readonly SimExchange exchange;
    private readonly TimeProvider clock;
    private readonly List<JsonObject> events = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Mt4Journal(SimExchange exchange, TimeProvider clock)
    {
        (this.exchange, this.clock) = (exchange, clock);
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

    public JsonObject View(SimOrder order) => new()
    {
        ["clientOrderId"] = order.Ticket.ClientId,
        ["state"] = State(order),
        ["ticket"] = order.Id,
        ["symbol"] = order.Ticket.Symbol,
        ["side"] = order.Ticket.Side == Side.Buy ? "BUY" : "SELL",
        ["lots"] = Text(order.Ticket.Quantity / Mt4Market.LotUnits),
        ["filledLots"] = Text((order.Status == SimOrderStatus.Filled ? order.Filled : 0m) / Mt4Market.LotUnits),
        ["openPrice"] = order.Status == SimOrderStatus.Filled ? Text(decimal.Round(order.AveragePrice!.Value, 7)) : null,
        ["openTime"] = order.Status == SimOrderStatus.Filled ? order.ChangedAt.ToString("O") : null,
        ["commission"] = Text(exchange.Fills.Where(fill => fill.OrderId == order.Id).Sum(fill => fill.Fee)),
        ["comment"] = order.Text,
    };

    public static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private void Note(SimOrder order)
    {
        var view = View(order);
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

    // A terminal has no partial fills: until the last lot trades the order works.
    private static string State(SimOrder order) => order.Status switch
    {
        SimOrderStatus.Filled => "FILLED",
        SimOrderStatus.Canceled => "CANCELLED",
        SimOrderStatus.Rejected => "REJECTED",
        SimOrderStatus.Expired => "EXPIRED",
        _ => "WORKING",
    };
}
