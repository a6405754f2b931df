using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.ApplyFill;

/// <summary>
/// Moves position, cash and reserved exposure by what a venue says of an execution: itself, its corrections, its late cost. Each exactly
/// once, in any order of arrival.
/// </summary>
public sealed class ApplyFill(
    IFills fills,
    IPositions positions,
    ICash cash,
    IReservations reservations,
    AccrueCarry.AccrueCarry carry,
    ReadMarket market,
    RiskOptions options,
    IEvents events) : IHandle<OrderFilled>, IHandle<FillCorrected>, IHandle<CommissionBooked>
{
    public Task Handle(OrderFilled happened, CancellationToken ct) =>
        Take(Fill.From(happened), happened.EventId, $"{happened.Revision}", ct);

    public Task Handle(FillCorrected happened, CancellationToken ct) =>
        Take(Fill.From(happened), happened.EventId, $"{happened.Revision}", ct);

    public Task Handle(CommissionBooked happened, CancellationToken ct) =>
        Take(Fill.From(happened), happened.EventId, $"{happened.Revision}/commission", ct);

    private async Task Take(Fill told, string cause, string word, CancellationToken ct)
    {
        var known = await fills.Of(told.Key, ct);
        if (!await fills.TryAppend(told, ct)) return;
        var old = StandingFills.Of(known).SingleOrDefault();
        // A cost may come before its execution, and an old word after a newer one: nothing stands otherwise by them.
        if (StandingFills.Of([.. known, told]).SingleOrDefault() is not { } fill || fill == old) return;
        var key = new PositionKey(fill.PairId, fill.Instrument);
        var before = await positions.Find(key, ct) ?? Position.Flat(key, fill.Price.Quote, fill.At);
        var accounts = await cash.All(ct);
        var opening = PortfolioSnapshot.Opening(new Money(options.InitialCapital, options.Base)).Cash.Values;
        var book = PortfolioSnapshot.From([before], accounts.Count > 0 ? accounts : opening);
        var after = old is null ? book.Apply(fill) : book.Restate(old, fill, await Restated(before, old, fill, ct));
        foreach (var owed in await carry.Settle(before, after.Positions[key], fill, cause, ct)) after = after.Charge(owed);
        await positions.Save(after.Positions[key], ct);
        await cash.Save([.. after.Cash.Values], ct);
        if (await reservations.Find(fill.DecisionId, ct) is { } reservation)
            await reservations.Save(old is null ? reservation.Fill(fill) : reservation.Correct(old, fill), ct);
        await events.Publish(await Changed(fill, old, before, after, old is null ? null : word, ct), ct);
    }

    // At average cost a sum depends on its order: the position is made again of all its fills, the corrected one at its old place.
    private async ValueTask<Position> Restated(Position before, Fill old, Fill fill, CancellationToken ct)
    {
        if ((old.Side, old.Quantity, old.Price) == (fill.Side, fill.Quantity, fill.Price)) return before;
        var standing = StandingFills.Of(await fills.Of(before.Key, ct));
        return Position.Of(before.Key, standing) with { ChargedUntil = before.ChargedUntil };
    }

    private async ValueTask<PositionChanged> Changed(
        Fill fill, Fill? old, Position before, PortfolioSnapshot after, string? correction, CancellationToken ct)
    {
        var rates = (await market.For([fill.Instrument], ct)).Fx;
        var cost = Cost(fill.Commission, old?.Commission, rates, before.Currency);
        var commission = rates.Convert(cost, before.Currency);
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
            commission is null ? cost.Amount : null,
            commission is null ? cost.Currency.Code : null,
            correction);
    }

    // What is paid now beside what was paid before.
    private static Money Cost(Money now, Money? before, FxRates rates, Currency currency) => before switch
    {
        null or { Amount: 0m } => now,
        { } paid when paid.Currency == now.Currency => now - paid,
        { } paid => new Money(Known(rates, now, currency) - Known(rates, paid, currency), currency),
    };

    // The position must move even when no bar told the rate yet; the sum is then without that currency, valuation fails, and entries
    // are vetoed.
    private static decimal Known(FxRates rates, Money money, Currency to) => rates.Convert(money, to) ?? 0m;
}
