using System.Globalization;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// Asks what became of an order. The exchange has been seen to say "does not exist" of a live order for many seconds, so that alone proves
/// nothing: a minute must have passed, and the working orders and all orders since it was made must lack it, too.
/// </summary>
internal sealed class BinanceQuery(
    SpotClient client, BinanceMemory memory, VenueSymbols symbols, BinanceOptions options, TimeProvider clock)
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(10);

    public async Task<QueryOutcome> Handle(OrderReference reference, CancellationToken ct)
    {
        if (symbols.SymbolOf(reference.Instrument) is not { } symbol)
            return new QueryOutcome.Unavailable($"{reference.Instrument} has no symbol in Execution:Binance:Symbols.");
        var answer = await client.Find(symbol, reference.ClientOrderId.Value, ct);
        if (answer.IsGiven) return await Found(answer.Value, ct);
        if (answer.Failure.Code == FailureRules.Archived) return await Archived(reference, symbol, answer.Failure, ct);
        if (answer.Failure.Kind != FailureKind.OrderNotFound) return Unasked(answer.Failure);
        var since = memory.SentAt(reference.ClientOrderId, reference.CreatedAt);
        return clock.GetUtcNow() - since < options.AbsenceProof
            ? new QueryOutcome.Unavailable("The exchange does not find it; that proves nothing yet.")
            : await Absent(reference, symbol, ct);
    }

    /// <summary>An order with all its trades.</summary>
    /// <returns>Null: its trades could not be had, or do not add up yet.</returns>
    public async Task<BrokerOrder?> Complete(SpotOrder order, CancellationToken ct)
    {
        if (BinanceEvents.StatusOf(order.Status) is not { } status) return null;
        IReadOnlyList<AccountTrade> trades = [];
        if (order.Executed > 0m)
        {
            var answer = await client.TradesOf(order.Symbol, order.OrderId, ct);
            // The list of trades may lag behind the order.
            if (!answer.IsGiven || answer.Value.Sum(t => t.Quantity) < order.Executed) return null;
            trades = answer.Value;
        }
        var id = new ClientOrderId(order.ClientOrderId);
        memory.Note(order);
        return new BrokerOrder(
            BinanceOptions.VenueName, options.Account, id, BinanceEvents.VenueOrderId(order.OrderId), symbols.InstrumentOf(order.Symbol),
            order.Side, new Quantity(order.Quantity), status, $"{order.Type} {order.Status}",
            [.. trades.OrderBy(t => t.TradeId).Select(trade => BinanceEvents.Of(id, trade, options.QuoteAsset))]);
    }

    private async Task<QueryOutcome> Found(SpotOrder order, CancellationToken ct) =>
        await Complete(order, ct) is { } complete
            ? new QueryOutcome.Found(complete)
            : new QueryOutcome.Unavailable("The order is there; its trades are not all told yet.");

    // Ninety days after an order ended without a trade only that is known of it. Its number leads to it, or shows that nothing traded under
    // it; a name alone is not enough, since the exchange gives it to several orders.
    private async Task<QueryOutcome> Archived(OrderReference reference, string symbol, Failure told, CancellationToken ct)
    {
        if (!long.TryParse(reference.VenueOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new QueryOutcome.Unavailable($"The exchange has archived an order named {reference.ClientOrderId}, and its number is "
                + $"not known here: a person has to say what became of it. {told}") { IsLost = true };
        }
        var listed = await client.ByNumber(symbol, number, ct);
        if (!listed.IsGiven) return Unasked(listed.Failure);
        if (listed.Value.Count > 0) return await Found(listed.Value[0], ct);
        var trades = await client.TradesOf(symbol, number, ct);
        if (!trades.IsGiven) return Unasked(trades.Failure);
        return trades.Value.Count == 0
            ? new QueryOutcome.Over($"Order {number} was canceled or expired without a trade, and the exchange has archived it.")
            : new QueryOutcome.Unavailable($"The exchange has archived order {number} as one without a trade, and lists "
                + $"{trades.Value.Count} trades of it: a person has to look.") { IsLost = true };
    }

    private async Task<QueryOutcome> Absent(OrderReference reference, string symbol, CancellationToken ct)
    {
        var name = reference.ClientOrderId.Value;
        var working = await client.OpenOrders(symbol, ct);
        if (!working.IsGiven) return Unasked(working.Failure);
        var all = await client.AllOrders(symbol, reference.CreatedAt - ClockSlack, ct);
        if (!all.IsGiven) return Unasked(all.Failure);
        if (all.Value.Count >= SpotClient.MostListed) return new QueryOutcome.Unavailable(
            "The list of orders is cut off; it proves nothing.");
        if (working.Value.Concat(all.Value).FirstOrDefault(order => order.ClientOrderId == name) is { } there) return await Found(
            there, ct);
        return new QueryOutcome.NotPlaced(
            $"{options.AbsenceProof.TotalSeconds:0} s after it can have been sent, neither the order, the working orders nor the "
                + $"{all.Value.Count} "
                + $"orders since {reference.CreatedAt:O} have it.");
    }

    private static QueryOutcome.Unavailable Unasked(Failure failure) => new(failure.ToString()) { IsSilence = true };
}
