using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>
/// The tickets of a hedging account over the net one of the exchange. A part that is closed leaves the rest under a new number, with
/// MetaTrader's remarks in both comments. Everything under the exchange's lock: ask inside <see cref="SimExchange.Read"/>.
/// </summary>
public sealed class TicketBook
{
    private readonly SimExchange exchange;
    private readonly SortedDictionary<long, HeldTicket> tickets = [];
    private readonly Dictionary<string, Queue<TicketLeg>> plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TicketTerms> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<TicketExecution>> executions = [];
    private readonly HashSet<string> netting = new(StringComparer.Ordinal);

    // Above every number that an order can have.
    private long last = 1_000_000;

    public TicketBook(SimExchange exchange)
    {
        this.exchange = exchange;
        exchange.Traded += Note;
        exchange.OrderChanged += Net;
        exchange.BookChanged += (instrument, _) => Guard(instrument.Symbol);
    }

    public IEnumerable<HeldTicket> Open => tickets.Values.Where(ticket => ticket.ClosedAt is null);

    public IEnumerable<HeldTicket> Closed => tickets.Values.Where(ticket => ticket.ClosedAt is not null);

    public HeldTicket? Find(long number) => tickets.GetValueOrDefault(number);

    public IReadOnlyList<TicketExecution> Of(long orderId) => executions.GetValueOrDefault(orderId, []);

    public TicketTerms TermsOf(string clientId) => terms.GetValueOrDefault(clientId, TicketTerms.None);

    /// <summary>Sends an order in legs; less than the order's quantity in all is what the broker fills of it.</summary>
    public SimOrder Send(SimTicket order, IReadOnlyList<TicketLeg>? legs, TicketTerms said) => exchange.Read(x =>
    {
        terms[order.ClientId] = said;
        if (legs is null) return x.Submit(order);
        plans[order.ClientId] = new Queue<TicketLeg>(legs);
        return x.Submit(order, [.. legs.Select(leg => leg.Units)]);
    });

    /// <summary>Open tickets of the other side and the same magic number, oldest first, and what is left to open.</summary>
    public IReadOnlyList<TicketLeg> Reducing(SimTicket order, long magic)
    {
        var (legs, left) = (new List<TicketLeg>(), order.Quantity);
        foreach (var held in Open.Where(held => held.Symbol == order.Symbol && held.Side != order.Side && held.Terms.Magic == magic)
            .OrderBy(held => held.OpenedAt).ThenBy(held => held.Number).ToArray())
        {
            if (left <= 0m) break;
            legs.Add(new TicketLeg(held.Number, Math.Min(left, held.Units)));
            left -= legs[^1].Units;
        }
        if (left > 0m) legs.Add(new TicketLeg(null, left));
        return legs;
    }

    /// <summary>The ticket that this order opens and those of the other side are to close each other, as a bridge has them do.</summary>
    public void NetsOff(string clientId) => netting.Add(clientId);

    /// <summary>OrderCloseBy: both end as far as they are alike, and no position moves. The second tells no lots.</summary>
    /// <returns>False: they are not open, or not opposite.</returns>
    public bool CloseBy(long number, long by)
    {
        if (Find(number) is not { ClosedAt: null } held || Find(by) is not { ClosedAt: null } other) return false;
        if (held.Symbol != other.Symbol || held.Side == other.Side) return false;
        var units = Math.Min(held.Units, other.Units);
        var now = held.OpenedAt > other.OpenedAt ? held.OpenedAt : other.OpenedAt;
        End(held, units, other.OpenPrice, now, $"close hedge by #{by}", tells: true);
        End(other, units, other.OpenPrice, now, $"close hedge by #{number}", tells: false);
        return true;
    }

    /// <summary>Sets the stops of an open ticket, or of a pending order's ticket to be.</summary>
    public void Stops(long number, string clientId, TicketTerms changed)
    {
        terms[clientId] = changed;
        if (tickets.TryGetValue(number, out var held)) tickets[number] = held with { Terms = changed };
    }

    private void Note(SimOrder order, SimFill fill)
    {
        var leg = plans.TryGetValue(fill.ClientId, out var plan) && plan.TryDequeue(out var next) ? next : null;
        if (!executions.TryGetValue(order.Id, out var done)) executions[order.Id] = done = [];
        done.Add(leg?.Ticket is { } number ? Close(tickets[number], fill) : Opened(order, fill));
        Net(order);
    }

    // A pending order's ticket is whole when nothing of it works any more.
    private void Net(SimOrder order)
    {
        if (order.IsWorking || !netting.Contains(order.Ticket.ClientId)) return;
        while (Find(order.Id) is { } opened && Rest(opened) is { } own && Against(own) is { } oldest) CloseBy(oldest.Number, own.Number);
    }

    private HeldTicket? Against(HeldTicket own) => Open
        .Where(held => held.Symbol == own.Symbol && held.Side != own.Side && held.Terms.Magic == own.Terms.Magic)
        .OrderBy(held => held.OpenedAt).ThenBy(held => held.Number).FirstOrDefault();

    // Of a ticket that was closed in part, what stands of it now.
    private HeldTicket? Rest(HeldTicket opened) =>
        Open.FirstOrDefault(held => held.ClientId == opened.ClientId && held.Side == opened.Side);

    private void End(HeldTicket held, decimal units, decimal price, DateTimeOffset at, string remark, bool tells)
    {
        var fee = decimal.Round(held.Fee * units / held.Units, 8);
        if (held.Units > units)
        {
            tickets[++last] = held with
            {
                Number = last, Units = held.Units - units, Fee = held.Fee - fee, Comment = $"from #{held.Number}",
            };
        }
        tickets[held.Number] = held with { Units = tells ? units : 0m, Fee = fee, ClosePrice = price, ClosedAt = at, Comment = remark };
    }

    private TicketExecution Opened(SimOrder order, SimFill fill)
    {
        // One that trades in parts, by a fault, is one ticket all the same.
        var price = decimal.Round(order.AveragePrice ?? fill.Price, 7);
        tickets[order.Id] = tickets.TryGetValue(order.Id, out var held) && held.ClosedAt is null
            ? held with { Units = held.Units + fill.Quantity, OpenPrice = price, Fee = held.Fee + fill.Fee }
            : new HeldTicket(
                order.Id, fill.Symbol, fill.Side, fill.Quantity, price, fill.At, fill.Fee, fill.ClientId, TermsOf(fill.ClientId),
                fill.ClientId);
        return new TicketExecution(order.Id, Opens: true, fill.Quantity, fill.Price, fill.At, fill.Fee);
    }

    private TicketExecution Close(HeldTicket held, SimFill fill)
    {
        var share = fill.Quantity / held.Units;
        long? rest = held.Units > fill.Quantity ? ++last : null;
        var fee = decimal.Round(held.Fee * share, 8);
        tickets[held.Number] = held with
        {
            Units = fill.Quantity, Fee = fee + fill.Fee, ClosePrice = fill.Price, ClosedAt = fill.At,
            Comment = rest is null ? held.Comment : $"to #{rest}",
        };
        if (rest is { } number)
        {
            tickets[number] = held with
            {
                Number = number, Units = held.Units - fill.Quantity, Fee = held.Fee - fee, Comment = $"from #{held.Number}",
            };
        }
        return new TicketExecution(held.Number, Opens: false, fill.Quantity, fill.Price, fill.At, fill.Fee, rest);
    }

    // The broker closes a ticket at its stops by itself, by no order of anybody.
    private void Guard(string symbol)
    {
        var book = exchange.Book(symbol);
        foreach (var held in Open.Where(held => held.Symbol == symbol).ToArray())
        {
            var price = held.Side == Side.Buy ? book.Bids[0].Price : book.Asks[0].Price;
            var gain = held.Side.Sign();
            var isOut = gain * (held.Terms.StopLoss - price) >= 0m || gain * (price - held.Terms.TakeProfit) >= 0m;
            if (isOut)
            {
                var order = new SimTicket("", symbol, held.Side == Side.Buy ? Side.Sell : Side.Buy, SimOrderType.Market, held.Units);
                Send(order, [new TicketLeg(held.Number, held.Units)], held.Terms);
            }
        }
    }
}
