using System.Runtime.CompilerServices;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Execution.Trading.Symbols;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Spot;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>Binance spot behind the broker port.</summary>
internal sealed class BinanceBroker(
    SpotClient client, OrderSession orders, BinanceSubmit submit, BinanceQuery query, BinanceEventStream stream, BinanceMemory memory,
    BinanceRules rules, VenueSymbols symbols, BinanceOptions options) : IBroker, ILeastQuantities
{
    public Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct) => submit.Handle(ticket, ct);

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) => query.Handle(order, ct);

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        if (symbols.SymbolOf(order.Instrument) is not { } symbol)
            return new CancelOutcome.Unknown($"{order.Instrument} has no symbol in Execution:Binance:Symbols.");
        var answer = await client.Cancel(symbol, order.ClientOrderId.Value, ct);
        if (answer.IsGiven)
        {
            memory.Note(answer.Value);
            return new CancelOutcome.Canceled();
        }
        return answer.Failure.Kind switch
        {
            FailureKind.OrderNotFound or FailureKind.Rejected => new CancelOutcome.Refused(answer.Failure.ToString()),
            _ => new CancelOutcome.Unknown(answer.Failure.ToString()),
        };
    }

    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct)
    {
        orders.Open(); // the first order should find it standing
        var asked = memory.Working.Ask();
        var open = await client.OpenOrders(symbol: null, ct);
        if (!open.IsGiven) throw Unavailable(open.Failure);
        memory.Working.Renew(asked, open.Value);
        var working = new List<BrokerOrder>(open.Value.Count);
        foreach (var order in open.Value)
        {
            working.Add(await query.Complete(order, ct)
                ?? throw new BrokerUnavailableException($"The trades of Binance's order {order.OrderId} are not all told yet."));
        }
        asked = memory.Working.Ask();
        var account = await client.Account(ct);
        if (!account.IsGiven) throw Unavailable(account.Failure);
        memory.Working.Holds(asked, account.Value.Balances);
        return new BrokerSnapshot(working,
        [
            .. from balance in account.Value.Balances
               where balance.Total != 0m && balance.Asset != options.QuoteAsset && balance.Asset != options.FeeAsset // both are cash
               let instrument = symbols.InstrumentOf(balance.Asset + options.QuoteAsset)
               orderby instrument
               select new BrokerPosition(BinanceOptions.VenueName, options.Account, instrument, balance.Total),
        ]);
    }

    public async IAsyncEnumerable<BrokerEvent> Events([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var happened in stream.Run(ct)) yield return happened;
    }

    public async ValueTask<decimal> LeastOf(string venue, InstrumentId instrument, CancellationToken ct)
    {
        if (symbols.SymbolOf(instrument) is not { } symbol
            || await rules.Of(symbol, ct) is not { IsGiven: true, Value.Filters: var filters }) return 0m;
        return filters.LeastAt(filters.IsWorthChecked ? await rules.AveragePrice(symbol, ct) : null);
    }

    private static BrokerUnavailableException Unavailable(Failure failure) => new($"Binance could not be asked: {failure}");
}
