using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.ApplyFill;

/// <summary>Moves position, cash and reserved exposure by one fill, exactly once per venue, account and execution id.</summary>
public sealed class ApplyFill(
    IFills fills,
    IPositions positions,
    ICash cash,
    IReservations reservations,
    AccrueCarry.AccrueCarry carry,
    ReadMarket market,
    RiskOptions options,
    IEvents events) : IHandle<OrderFilled>
{
    public async Task Handle(OrderFilled happened, CancellationToken ct)
    {
        var fill = Fill.From(happened);
        if (!await fills.TryAppend(fill, ct)) return;
        var key = new PositionKey(fill.PairId, fill.Instrument);
        var before = await positions.Find(key, ct) ?? Position.Flat(key, fill.Price.Quote, fill.At);
        var accounts = await cash.All(ct);
        var opening = PortfolioSnapshot.Opening(new Money(options.InitialCapital, options.Base)).Cash.Values;
        var after = PortfolioSnapshot.From([before], accounts.Count > 0 ? accounts : opening).Apply(fill);
        foreach (var owed in await carry.Settle(before, after.Positions[key], fill, happened.EventId, ct)) after = after.Charge(owed);
        await positions.Save(after.Positions[key], ct);
        await cash.Save([.. after.Cash.Values], ct);
        if (await reservations.Find(fill.DecisionId, ct) is { } reservation) await reservations.Save(reservation.Fill(fill), ct);
        await events.Publish(await Changed(fill, before, after, ct), ct);
    }

    private async ValueTask<PositionChanged> Changed(Fill fill, Position before, PortfolioSnapshot after, CancellationToken ct)
    {
        var rates = (await market.For([fill.Instrument], ct)).Fx;
        var commission = rates.Convert(fill.Commission, before.Currency);
        var position = after.Positions[before.Key];
        return new PositionChanged(
            fill.PairId,
            fill.Instrument.ToString(),
            fill.DecisionId,
            fill.Key.Venue,
            fill.Key.Account,
            fill.Key.ExecutionId,
            position.Quantity,
            position.AveragePrice,
            position.Currency.Code,
            position.RealizedPnl - before.RealizedPnl,
            commission ?? 0m,
            after.Cash.Values.Sum(account => Known(rates, new Money(account.Balance, account.Currency), options.Base)),
            fill.At,
            commission is null ? fill.Commission.Amount : null,
            commission is null ? fill.Commission.Currency.Code : null);
    }

    // The position must move even when no bar told the rate yet; the sum is then without that currency, valuation fails, and entries
    // are vetoed.
    private static decimal Known(FxRates rates, Money money, Currency to) => rates.Convert(money, to) ?? 0m;
}
