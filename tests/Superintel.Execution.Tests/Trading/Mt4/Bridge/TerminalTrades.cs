using System.Globalization;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>MQL4's trade functions over the simulated exchange: OrderSend, OrderClose, OrderCloseBy, OrderModify, OrderDelete.</summary>
internal sealed class TerminalTrades(SimExchange exchange, TerminalMemory memory)
{
    public const int OffsetMinutes = 120;
    private const int NotThere = 4108;
    private readonly TicketBook book = memory.Book(exchange);

    /// <summary>Errors for the next orders and closes, instead of doing them.</summary>
    public Queue<int> Errors { get; } = [];

    /// <summary>Lots that the broker fills of the next market orders, instead of all.</summary>
    public Queue<decimal> Parts { get; } = [];

    /// <summary>After so many more orders and closes one is refused.</summary>
    public int? RefusesAfter { get; set; }

    /// <summary>Its error; trading is disabled, if nothing else is said.</summary>
    public int RefusesWith { get; set; } = 133;

    /// <summary>Called when one was done.</summary>
    public Action Done { get; set; } = () => { };

    public static long Broker(DateTimeOffset time) => (time + TimeSpan.FromMinutes(OffsetMinutes)).ToUnixTimeSeconds();

    public (int Code, long Ticket) Do(string[] line)
    {
        if (RefusesAfter-- == 0) return (RefusesWith, 0);
        var result = Trade(line);
        Done();
        return result;
    }

    private (int Code, long Ticket) Trade(string[] line) => line switch
    {
        ["place", _, var id, ..] when exchange.Read(x => x.Order(id)) is { } known => (0, known.Id),
        ["place" or "close" or "closeby", ..] when Errors.TryDequeue(out var error) => (error, 0),
        ["place", _, var id, var symbol, var type, var lots, var price, var end, var magic, _, var stop, var target] =>
            Send(id, symbol, int.Parse(type, CultureInfo.InvariantCulture), Units(lots), Decimal(price), Time(end),
                new TicketTerms(Number(magic), Given(stop), Given(target))),
        ["close", _, var ticket, var lots, _] => Close(Number(ticket), Units(lots)),
        ["closeby", _, var ticket, var by] =>
            exchange.Read(_ => book.CloseBy(Number(ticket), Number(by))) ? (0, Number(ticket)) : (NotThere, 0),
        ["modify", _, var ticket, var price, var stop, var target, var end] =>
            Modify(Number(ticket), Decimal(price), Given(stop), Given(target), Time(end)),
        ["delete", _, var ticket] => exchange.Read(x => x.Order(Number(ticket))) is { IsWorking: true } order
            ? (0, exchange.Cancel(order.Id)!.Id)
            : (NotThere, 0),
        _ => (3, 0),
    };

    /// <summary>What the expert finds when it looks for its own last command after a restart.</summary>
    public (int Code, long Ticket) Find(string[] line) => line switch
    {
        ["place", _, var id, ..] when exchange.Read(x => x.Order(id)) is { } known => (0, known.Id),
        ["close", _, var ticket, ..] when exchange.Read(_ => book.Find(Number(ticket))) is { ClosedAt: not null } => (0, Number(ticket)),
        _ => (1, 0),
    };

    /// <summary>Open and pending.</summary>
    public IReadOnlyList<string> Open() => exchange.Read(x => x.Orders.Where(order => order.IsWorking && IsPending(order)).Select(Pending)
        .Concat(book.Open.Select(held => Held("ticket", held))).ToArray());

    /// <summary>What is over, of a ticket or of an order's name.</summary>
    public IReadOnlyList<string> Over(Func<long, string, bool> which) => exchange.Read(x => x.Orders
        .Where(order => IsPending(order) && !order.IsWorking && order.Status != SimOrderStatus.Rejected && order.Filled == 0m
            && which(order.Id, order.Ticket.ClientId))
        .Select(Pending)
        .Concat(book.Closed.Where(held => which(held.Number, held.ClientId)).Select(held => Held("ticket", held))).ToArray());

    public IReadOnlyList<string> History(DateTimeOffset? from, DateTimeOffset? to, int limit) => exchange.Read(_ => book.Closed
        .Where(held => !(held.ClosedAt < from) && !(held.ClosedAt > to)).OrderBy(held => held.ClosedAt).TakeLast(limit)
        .Select(held => Held("past", held)).ToArray());

    public static DateTimeOffset? Time(string text) => Number(text) is > 0 and var seconds
        ? DateTimeOffset.FromUnixTimeSeconds(seconds) - TimeSpan.FromMinutes(OffsetMinutes)
        : null;

    private static bool IsPending(SimOrder order) => order.Ticket.Type != SimOrderType.Market;

    private string Pending(SimOrder order)
    {
        var type = (order.Ticket.Type == SimOrderType.Limit ? 2 : 4) + (order.Ticket.Side == Side.Sell ? 1 : 0);
        var (price, terms) = (order.Ticket.LimitPrice ?? order.Ticket.StopPrice ?? 0m, book.TermsOf(order.Ticket.ClientId));
        return Line(
            "ticket", order.Id, order.Ticket.Symbol, type, order.Ticket.Quantity, (price, order.CreatedAt),
            (price, order.IsWorking ? null : order.ChangedAt), 0m, 0m, terms, order.Ticket.GoodTill, order.Ticket.ClientId);
    }

    private string Held(string what, HeldTicket held)
    {
        var best = exchange.Book(held.Symbol);
        var now = held.ClosedAt is not null ? held.ClosePrice : held.Side == Side.Buy ? best.Bids[0].Price : best.Asks[0].Price;
        return Line(
            what, held.Number, held.Symbol, held.Side == Side.Buy ? 0 : 1, held.Units, (held.OpenPrice, held.OpenedAt),
            (now, held.ClosedAt), held.Fee, held.Profit(now), held.Terms, null, held.Comment);
    }

    private static string Line(
        string what, long number, string symbol, int type, decimal units, (decimal Price, DateTimeOffset At) open,
        (decimal Price, DateTimeOffset? At) close, decimal fee, decimal profit, TicketTerms terms, DateTimeOffset? end, string comment) =>
        string.Join(
            '\t', what, $"{number}", symbol, $"{type}", Exact(units / Mt4Market.LotUnits), Exact(open.Price), $"{Broker(open.At)}",
            $"{(close.At is { } closed ? Broker(closed) : 0)}", Exact(close.Price), Exact(-fee), Exact(0m), Exact(profit),
            $"{terms.Magic}", $"{(end is { } good ? Broker(good) : 0)}", Exact(terms.StopLoss ?? 0m), Exact(terms.TakeProfit ?? 0m),
            comment);

    private (int Code, long Ticket) Send(
        string id, string symbol, int type, decimal units, decimal price, DateTimeOffset? end, TicketTerms terms)
    {
        var kind = type switch { 2 or 3 => SimOrderType.Limit, 4 or 5 => SimOrderType.Stop, _ => SimOrderType.Market };
        var part = kind == SimOrderType.Market && Parts.TryDequeue(out var lots) ? lots * Mt4Market.LotUnits : units;
        var order = book.Send(
            new SimTicket(
                id, symbol, type % 2 == 0 ? Side.Buy : Side.Sell, kind, units, kind == SimOrderType.Limit ? price : null,
                kind == SimOrderType.Stop ? price : null, GoodTill: end),
            part == units ? null : [new TicketLeg(null, part)], terms);
        if (part != units) exchange.Cancel(order.Id);
        return order.Status == SimOrderStatus.Rejected ? (131, 0) : (0, order.Id);
    }

    private (int Code, long Ticket) Close(long number, decimal units) => exchange.Read(_ =>
    {
        if (book.Find(number) is not { ClosedAt: null } held) return (NotThere, 0L);
        if (units > held.Units) return (131, 0L);
        var order = new SimTicket(
            $"close-{number}", held.Symbol, held.Side == Side.Buy ? Side.Sell : Side.Buy, SimOrderType.Market, units);
        return book.Send(order, [new TicketLeg(number, units)], held.Terms).Status == SimOrderStatus.Filled ? (0, number) : (131, 0L);
    });

    private (int Code, long Ticket) Modify(long number, decimal price, decimal? stop, decimal? target, DateTimeOffset? end) =>
        exchange.Read(x =>
        {
            var (order, held) = (x.Order(number), book.Find(number));
            if (order is not { IsWorking: true } && held is not { ClosedAt: null }) return (NotThere, 0L);
            var id = held?.ClientId ?? order!.Ticket.ClientId;
            book.Stops(number, id, (held?.Terms ?? book.TermsOf(id)) with { StopLoss = stop, TakeProfit = target });
            if (held is not null) return (0, number);
            var isLimit = order!.Ticket.Type == SimOrderType.Limit;
            return x.Amend(number, isLimit ? price : null, isLimit ? null : price, end) is null ? (130, 0L) : (0, number);
        });

    private static string Exact(decimal value) => value.ToString("F8", CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? Given(string text) => Decimal(text) is not 0m and var value ? value : null;

    private static decimal Units(string lots) => Decimal(lots) * Mt4Market.LotUnits;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
