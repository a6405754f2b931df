using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Portfolio.MarkToMarket;

/// <summary>Values the portfolio at a slice that moves it, and at the first slice of every day.</summary>
public sealed class MarkToMarket(ReadPortfolio portfolio, ReadMarket market, IPortfolioMarks marks, RiskOptions options, IEvents events)
    : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        var last = await marks.Last(ct);
        if (last is not null && happened.OccurredAt < last.At) return;
        var book = await portfolio.Now(ct);
        if (!Moves(happened, book, last)) return;
        var snapshot = await market.For(book.Open.Select(p => p.Key.Instrument), ct);
        if (Valuation.Of(book, snapshot, options.Base).Value is not { } value) return;
        var mark = last?.Next(happened.Feed, happened.Interval, happened.OccurredAt, value) ?? PortfolioMark.First(
            happened.Feed, happened.Interval, happened.OccurredAt, value, new Money(options.InitialCapital, options.Base));
        await marks.Save(mark, ct);
        await events.Publish(Valued(mark), ct);
    }

    private static bool Moves(BarClosed slice, PortfolioSnapshot book, PortfolioMark? last)
    {
        if (last is null || PortfolioMark.Day(slice.OccurredAt) > PortfolioMark.Day(last.At)) return true;
        var held = book.Open.Select(p => p.Key.Instrument.ToString()).ToHashSet(StringComparer.Ordinal);
        return slice.Bars.Any(bar => held.Contains(bar.InstrumentId));
    }

    private static PortfolioValued Valued(PortfolioMark mark) => new(
        mark.Feed,
        mark.Interval,
        mark.At,
        mark.Value.Currency.Code,
        mark.Value.NetAssetValue,
        mark.Value.Cash,
        mark.Value.GrossExposure,
        mark.Value.NetExposure,
        mark.Value.RealizedPnl,
        mark.Value.UnrealizedPnl,
        mark.Value.Commissions,
        NumberBridge.ToDouble(mark.Drawdown),
        mark.Value.OpenPositions,
        mark.Value.Borrow,
        mark.Value.Funding);
}
