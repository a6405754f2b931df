using System.Globalization;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The terminal's trade functions over the simulated exchange: OrderSend, OrderDelete and the tickets.</summary>
internal sealed class TerminalTrades(SimExchange exchange, TerminalMemory memory)
{
    public const int OffsetMinutes = 120;

    /// <summary>Errors for the next orders, instead of taking them.</summary>
    public Queue<int> Errors { get; } = [];

    public static long Broker(DateTimeOffset time) => (time + TimeSpan.FromMinutes(OffsetMinutes)).ToUnixTimeSeconds();

    public (int Code, long Ticket) Do(string[] line) => line switch
    {
        ["place", _, var id, ..] when exchange.Read(x => x.Order(id)) is { } known => (0, known.Id),
        ["place", ..] when Errors.TryDequeue(out var error) => (error, 0),
        ["place", _, var id, var symbol, var type, var lots, var price, var end, var magic] =>
            Send(id, symbol, int.Parse(type, CultureInfo.InvariantCulture), lots, price, end, magic),
        ["delete", _, var ticket] => exchange.Read(x => x.Order(Number(ticket))) is { IsWorking: true } order
            ? (0, exchange.Cancel(order.Id)!.Id)
            : (4108, 0),
        _ => (3, 0),
    };

    /// <summary>What the expert finds when it looks for its own last command after a restart.</summary>
    public (int Code, long Ticket) Find(string[] line) =>
        line is ["place", _, var id, ..] && exchange.Read(x => x.Order(id)) is { } known ? (0, known.Id) : (1, 0);

    public IEnumerable<SimOrder> Orders => exchange.Read(x => x.Orders.Where(order => order.Status != SimOrderStatus.Rejected).ToArray());

    /// <summary>Pending and held: a market ticket stays open until somebody closes it.</summary>
    public static bool IsOpen(SimOrder order) => order.IsWorking || order.Status == SimOrderStatus.Filled;

    public string Line(SimOrder order)
    {
        var type = order.Ticket.Type switch { SimOrderType.Limit => 2, SimOrderType.Stop => 4, _ => 0 };
        if (order.Status == SimOrderStatus.Filled) type = 0;
        if (order.Ticket.Side == Side.Sell) type++;
        var price = order.AveragePrice ?? order.Ticket.LimitPrice ?? order.Ticket.StopPrice ?? 0m;
        var fee = exchange.Read(x => x.Fills.Where(fill => fill.OrderId == order.Id).Sum(fill => fill.Fee));
        var end = order.Ticket.GoodTill is { } good ? Broker(good) : 0;
        var closed = IsOpen(order) ? 0 : Broker(order.ChangedAt);
        string[] fields =
        [
            "ticket", $"{order.Id}", order.Ticket.Symbol, $"{type}", Exact(order.Ticket.Quantity / Mt4Market.LotUnits), Exact(price),
            $"{Broker(order.ChangedAt)}", $"{closed}", Exact(-fee), $"{memory.Magic.GetValueOrDefault(order.Id)}", $"{end}",
            order.Ticket.ClientId,
        ];
        return string.Join('\t', fields);
    }

    private static string Exact(decimal value) => value.ToString("F8", CultureInfo.InvariantCulture);

    private (int Code, long Ticket) Send(string id, string symbol, int type, string lots, string price, string end, string magic)
    {
        var kind = type switch { 2 or 3 => SimOrderType.Limit, 4 or 5 => SimOrderType.Stop, _ => SimOrderType.Market };
        var at = decimal.Parse(price, CultureInfo.InvariantCulture);
        var expires = Number(end) is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - TimeSpan.FromMinutes(OffsetMinutes)
            : (DateTimeOffset?)null;
        var order = exchange.Submit(new SimTicket(
            id, symbol, type % 2 == 0 ? Side.Buy : Side.Sell, kind, decimal.Parse(lots, CultureInfo.InvariantCulture) * Mt4Market.LotUnits,
            kind == SimOrderType.Limit ? at : null, kind == SimOrderType.Stop ? at : null, GoodTill: expires));
        memory.Magic[order.Id] = int.Parse(magic, CultureInfo.InvariantCulture);
        return order.Status == SimOrderStatus.Rejected ? (131, 0) : (0, order.Id);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
