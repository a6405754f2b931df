using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Symbols;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>
/// Sends orders: checked against the exchange's filters, once, and never again while the outcome of the first is unknown. One that is older
/// than this process and was never sent, as our store has it, is asked for first: the store may have been brought back from a backup.
/// </summary>
internal sealed class BinanceSubmit(
    SpotClient client, BinanceRules rules, BinanceMemory memory, VenueSymbols symbols, BinanceOptions options)
{
    public async Task<SubmitOutcome> Handle(OrderTicket ticket, CancellationToken ct)
    {
        if (symbols.SymbolOf(ticket.Instrument) is not { } symbol)
            return new SubmitOutcome.Rejected(VenueSymbols.UnknownCode, $"{ticket.Instrument} has no symbol in Execution:Binance:Symbols.");
        if (BinanceOrderForm.Of(ticket, symbol) is not { } order)
            return new SubmitOutcome.Rejected("order-type-unsupported", $"Binance has no {ticket.Type} {ticket.TimeInForce} orders.");
        // The exchange would take the name of a finished order again, and trade twice.
        if (!memory.IsFirst(ticket.ClientOrderId, ticket.CreatedAt, out var isOld) || (isOld && !ticket.IsFirstSending))
            return await Existing(order, ct);
        if (isOld && await Earlier(ticket, order, ct) is { } earlier) return earlier;
        var info = await rules.Of(symbol, ct);
        if (!info.IsGiven) return NotSent(ticket, BinanceAway.Before(info.Failure));
        // Holdings are told against the quote asset: what a symbol of another moved would be found under names that nobody traded.
        if (info.Value.QuoteAsset != options.QuoteAsset)
            return NotSent(ticket, new SubmitOutcome.Rejected(
                "quote-asset", $"{symbol} is paid in {info.Value.QuoteAsset}; this account trades against {options.QuoteAsset}."));
        if (info.Value.BaseAsset == options.FeeAsset)
            return NotSent(ticket, new SubmitOutcome.Rejected(
                "fee-asset", $"Fees are paid in {options.FeeAsset}; empty Execution:Binance:FeeAsset to trade it."));
        var checkedOrder = FilterCheck.OnTick(order, info.Value);
        var context = memory.Working.Context(info.Value, await rules.AveragePrice(symbol, ct));
        return FilterCheck.Judge(checkedOrder, info.Value, context) is { } refusal
            ? NotSent(ticket, BinanceAway.Before(refusal))
            : await Send(ticket, checkedOrder, ct);
    }

    private async Task<SubmitOutcome> Send(OrderTicket ticket, NewOrder order, CancellationToken ct)
    {
        var answer = await client.Place(order, ct);
        rules.Renew(order.Symbol);
        if (answer.IsGiven) return Accepted(answer.Value);
        return answer.Failure.Kind switch
        {
            FailureKind.OutcomeUnknown => new SubmitOutcome.Unknown(answer.Failure.ToString()),
            FailureKind.Duplicate => await Existing(order, ct),
            _ => NotSent(ticket, BinanceAway.After(answer.Failure)),
        };
    }

    private async Task<SubmitOutcome> Existing(NewOrder order, CancellationToken ct)
    {
        var answer = await client.Find(order.Symbol, order.Name, ct);
        if (answer.IsGiven) return Accepted(answer.Value);
        // "Not found" may be false for a while: only the resolution of unknown outcomes knows when it proves something.
        return new SubmitOutcome.Unknown($"It may have been sent before. {answer.Failure}");
    }

    /// <returns>Null: the exchange does not have it, as our store says.</returns>
    private async Task<SubmitOutcome?> Earlier(OrderTicket ticket, NewOrder order, CancellationToken ct)
    {
        var answer = await client.Find(order.Symbol, order.Name, ct);
        if (answer.IsGiven) return Accepted(answer.Value);
        return answer.Failure.Kind == FailureKind.OrderNotFound
            ? null
            : NotSent(ticket, new SubmitOutcome.Deferred(
                "not-asked", $"The exchange could not be asked for it: {answer.Failure} Nothing left."));
    }

    private SubmitOutcome Accepted(SpotOrder order)
    {
        var status = BinanceEvents.StatusOf(order.Status);
        memory.Note(order);
        return status == BrokerOrderStatus.Rejected
            ? new SubmitOutcome.Rejected("rejected", "The exchange rejected it.")
            : new SubmitOutcome.Accepted(BinanceEvents.VenueOrderId(order.OrderId));
    }

    private SubmitOutcome NotSent(OrderTicket ticket, SubmitOutcome outcome)
    {
        memory.Forget(ticket.ClientOrderId);
        return outcome;
    }
}
