using Superintel.Kernel;
using Superintel.Prediction.Analytics;
using Superintel.Risk.Limits;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Stress.GatherBook;

/// <summary>Loads today's positions with their history, so that what takes long is computed outside the transaction.</summary>
public sealed class GatherBook(
    ReadHeld positions, ICloses closes, IPortfolioMarks marks, ReadLimits limits, RiskOptions options, TimeProvider clock)
{
    private const string Insufficient = "insufficient-history";

    /// <summary>All that the accounts hold.</summary>
    /// <param name="more">Instruments that are wanted beside what is held, at a value of zero; those never listed are left out.</param>
    public ValueTask<GatheredBook> Handle(IReadOnlyList<InstrumentId> more, CancellationToken ct) => Gather(more, true, ct);

    /// <summary>The desk's own positions, for a simulation of what the desk does with them.</summary>
    public ValueTask<GatheredBook> Own(CancellationToken ct) => Gather([], false, ct);

    private async ValueTask<GatheredBook> Gather(IReadOnlyList<InstrumentId> more, bool others, CancellationToken ct)
    {
        if (await positions.Handle(more, others, ct) is not { } held)
            return GatheredBook.Refused("portfolio-unpriced", "Something that is held has no price or no rate.");
        var holdings = held.Holdings;
        InstrumentId[] ids = [.. holdings.Select(one => one.Instrument.Id)];
        var history = ReturnHistory.From(await closes.Daily(ids, options.HistoryDays * 3 / 2 + 1, ct), options.HistoryDays);
        if (ids.Length > 0 && (history.Length < options.MinimumHistoryDays || !history.Covers(ids)))
            return GatheredBook.Refused(Insufficient, $"{history.Length} common daily returns.");
        var mark = Mark(await marks.Last(ct), held.Value);
        try
        {
            var panel = holdings.Length == 0 ? null : new ReturnPanel(
                [.. ids.Select(id => id.ToString())], [.. ids.Select(id => history.Of(id).ToArray())]);
            return GatheredBook.Of(new HeldBook(options.Base, holdings, panel, mark, await limits.Now(ct))
            {
                PositionsId = held.PositionsId,
                LeftOut = held.LeftOut,
            });
        }
        catch (SeriesFaultException fault)
        {
            return GatheredBook.Refused(Insufficient, $"{holdings[fault.Fault.Series].Instrument.Id}: {fault.Message}");
        }
    }

    // Marks are made at bars: the value of this moment belongs to the day of the last one.
    private PortfolioMark Mark(PortfolioMark? last, PortfolioValue value) => last is null
        ? PortfolioMark.First("", "1d", clock.GetUtcNow(), value, new Money(options.InitialCapital, options.Base))
        : last.Next(last.Feed, last.Interval, last.At, value);
}
