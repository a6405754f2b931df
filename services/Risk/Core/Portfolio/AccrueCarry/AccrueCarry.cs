using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Portfolio.Accruals;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.AccrueCarry;

/// <summary>Charges borrow and funding of what is held at each slice, on the market's clock.</summary>
public sealed class AccrueCarry(
    IInstruments instruments, IPositions positions, ICash cash, IAccruals accruals, RiskOptions options) : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        if (!CarryRates.Any(options)) return;
        var closes = happened.Bars.ToDictionary(bar => InstrumentId.Parse(bar.InstrumentId), bar => bar.Close);
        var held = (await positions.Open(ct)).Where(position => closes.ContainsKey(position.Key.Instrument)).ToArray();
        if (held.Length == 0) return;
        var known = (await instruments.Find([.. held.Select(position => position.Key.Instrument)], ct)).ToDictionary(one => one.Id);
        foreach (var position in held)
        {
            if (!known.TryGetValue(position.Key.Instrument, out var instrument)) continue;
            var rates = CarryRates.Of(instrument, options);
            var owed = await Fresh(Carry.AtSlice(position, rates, closes[instrument.Id], happened.OccurredAt, happened.EventId), ct);
            if (owed.Count == 0) continue;
            var book = owed.Aggregate(PortfolioSnapshot.From([position], await cash.All(ct)), (book, one) => book.Charge(one));
            await cash.Save([.. book.Cash.Values], ct);
            await positions.Save(book.Positions[position.Key], ct);
        }
    }

    /// <summary>Stores what a fill leaves to charge, and returns what was not stored before.</summary>
    public async ValueTask<IReadOnlyList<Accrual>> Settle(Position before, Position after, Fill fill, string cause, CancellationToken ct)
    {
        if (!CarryRates.Any(options)) return [];
        var instrument = (await instruments.Find([fill.Instrument], ct)).SingleOrDefault();
        return instrument is null ? [] : await Fresh(Carry.AtFill(before, after, CarryRates.Of(instrument, options), fill, cause), ct);
    }

    private async ValueTask<IReadOnlyList<Accrual>> Fresh(IReadOnlyList<Accrual> owed, CancellationToken ct)
    {
        var fresh = new List<Accrual>();
        foreach (var accrual in owed)
        {
            if (await accruals.TryAppend(accrual, ct)) fresh.Add(accrual);
        }

        return fresh;
    }
}
