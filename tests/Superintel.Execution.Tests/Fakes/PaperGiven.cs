using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>Orders and quotes of the paper venue, by seconds after the start.</summary>
public static class PaperGiven
{
    /// <summary>Costs nothing, so that prices are those of the market.</summary>
    public static readonly PaperOptions Free = new() { Fees = "none", Slippage = "none" };

    public static OrderTicket Ticket(
        Side side = Side.Buy, decimal? limit = null, decimal quantity = 100m, TimeInForce time = TimeInForce.GoodTillCancel,
        string id = "o1") => new(
        "paper", "paper", new ClientOrderId(id), Pair.A, AssetClass.Equity, 1m, side, new Quantity(quantity),
        limit is null ? OrderType.Market : OrderType.Limit, limit, time, Currency.Usd, Start);

    public static OrderTicket Stop(Side side, decimal stop, decimal? limit = null, string id = "o1") => Ticket(side, limit, id: id) with
    {
        Type = limit is null ? OrderType.Stop : OrderType.StopLimit,
        StopPrice = stop,
    };

    public static OrderTicket Trailing(Side side, decimal distance, string id = "o1") =>
        Ticket(side, id: id) with { Type = OrderType.TrailingStop, TrailingAmount = distance };

    public static OrderTicket AtClose(Side side, decimal? limit = null) =>
        Ticket(side, limit) with { Type = limit is null ? OrderType.MarketOnClose : OrderType.LimitOnClose };

    /// <summary>Plays daily bars against one order.</summary>
    public static (PaperOrder Order, IReadOnlyList<BrokerEvent> Told) Play(PaperOrder order, PaperOptions options, params ClosedBar[] bars)
    {
        var (told, models) = (new List<BrokerEvent>(), PaperModels.From(options));
        foreach (var (day, bar) in bars.Index())
        {
            var at = Start.AddDays(day + 1);
            (order, var happened) = PaperMatching.Match(order, bar, BarInterval.Day, at, models);
            (order, var end) = order.EndIfSpent(at);
            told.AddRange(new[] { happened, end }.OfType<BrokerEvent>());
        }
        return (order, told);
    }

    /// <summary>Plays quotes against one order, which is alone at the touch.</summary>
    public static (PaperOrder Order, IReadOnlyList<BrokerEvent> Told) Play(PaperOrder order, PaperOptions options, params Quote[] quotes)
    {
        var (told, models) = (new List<BrokerEvent>(), PaperModels.From(options));
        foreach (var quote in quotes)
        {
            (order, var happened) = QuoteMatching.Match(order, quote, quote.Touch(order.Ticket.Side).Size, models);
            (order, var end) = order.EndIfSpent(quote.At);
            told.AddRange(new[] { happened, end }.OfType<BrokerEvent>());
        }
        return (order, told);
    }

    public static (decimal Quantity, decimal Price)[] Parts(this IEnumerable<BrokerEvent> told) =>
        [.. told.OfType<BrokerEvent.Filled>().Select(fill => (fill.Quantity.Value, fill.Price))];

    public static PaperOrder Accepted(this OrderTicket ticket) => PaperOrder.Accept(ticket, Start, 0);

    public static Quote Told(
        double second, decimal bid = 40m, decimal ask = 40.1m, decimal bidSize = 1_000m, decimal askSize = 1_000m) =>
        new(Pair.A, Start.AddSeconds(second), bid, bidSize, ask, askSize);

    public static async Task<List<BrokerEvent>> Told(PaperBroker broker)
    {
        var told = new List<BrokerEvent>();
        await foreach (var happened in broker.Events(default)) told.Add(happened);
        return told;
    }
}
