using System.Globalization;
using Superintel.Kernel;
using Superintel.Prediction.Analytics;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Stress.GatherBook;

/// <summary>Loads today's positions with their history, so that what takes long is computed outside the transaction.</summary>
public sealed class GatherBook(
    ReadPortfolio portfolio, ReadMarket market, ICloses closes, IPortfolioMarks marks, ReadLimits limits, RiskOptions options,
    TimeProvider clock)
{
    private const string Insufficient = "insufficient-history";

    public ValueTask<GatheredBook> Handle(CancellationToken ct) => Handle([], ct);

    /// <param name="more">Instruments that are wanted beside what is held, at a value of zero; those never listed are left out.</param>
    public async ValueTask<GatheredBook> Handle(IReadOnlyList<InstrumentId> more, CancellationToken ct)
    {
        var held = await portfolio.Now(ct);
        var wanted = held.Open.Select(position => position.Key.Instrument).Concat(more).Distinct().Order().ToArray();
        var snapshot = await market.For(wanted, ct);
        if (Valuation.Of(held, snapshot, options.Base).Value is not { NetAssetValue: > 0m } value)
            return GatheredBook.Refused("portfolio-unpriced", "Something that is held has no price or no rate.");
        Holding[] holdings = [.. wanted.Select(id => Held(held, id, snapshot)).OfType<Holding>()];
        InstrumentId[] ids = [.. holdings.Select(one => one.Instrument.Id)];
        var history = ReturnHistory.From(await closes.Daily(ids, options.HistoryDays * 3 / 2 + 1, ct), options.HistoryDays);
        if (ids.Length > 0 && (history.Length < options.MinimumHistoryDays || !history.Covers(ids)))
            return GatheredBook.Refused(Insufficient, $"{history.Length} common daily returns.");
        var mark = Mark(await marks.Last(ct), value);
        try
        {
            var panel = holdings.Length == 0 ? null : new ReturnPanel(
                [.. ids.Select(id => id.ToString())], [.. ids.Select(id => history.Of(id).ToArray())]);
            return GatheredBook.Of(new HeldBook(options.Base, [.. holdings], panel, mark, await limits.Now(ct))
                { PositionsId = PositionsId(held.Open) });
        }
        catch (SeriesFaultException fault)
        {
            return GatheredBook.Refused(Insufficient, $"{holdings[fault.Fault.Series].Instrument.Id}: {fault.Message}");
        }
    }

    private Holding? Held(PortfolioSnapshot held, InstrumentId id, MarketSnapshot snapshot)
    {
        var values = held.Open.Where(position => position.Key.Instrument == id)
            .Select(position => snapshot.Value(id, position.Quantity, options.Base)!.Value).ToArray();
        return snapshot.Find(id) is { } instrument ? new Holding(instrument, values.Sum(), values.Sum(Math.Abs)) : null;
    }

    // A store may give a quantity back with more zeros than it got.
    private static string PositionsId(IEnumerable<Position> open) => StableId.Of(
    [
        .. open.SelectMany(one => new[]
        {
            one.Key.PairId, one.Key.Instrument.ToString(), one.Quantity.ToString("G29", CultureInfo.InvariantCulture),
        }),
    ]);

    // Marks are made at bars: the value of this moment belongs to the day of the last one.
    private PortfolioMark Mark(PortfolioMark? last, PortfolioValue value) => last is null
        ? PortfolioMark.First("", "1d", clock.GetUtcNow(), value, new Money(options.InitialCapital, options.Base))
        : last.Next(last.Feed, last.Interval, last.At, value);
}
