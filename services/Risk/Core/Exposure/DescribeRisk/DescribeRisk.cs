using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Tails;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>Tells what the book carries, by asset class, sector, pair, instrument and currency, and how it would have fared.</summary>
public sealed class DescribeRisk(
    ReadPortfolio portfolio,
    ReadMarket market,
    ICloses closes,
    IReservations reservations,
    IExternalBook external,
    IVolumes volumes,
    RiskOptions options,
    TimeProvider clock)
{
    /// <returns>Null while something held cannot be priced.</returns>
    public async ValueTask<RiskReport?> Handle(CancellationToken ct)
    {
        var (held, atWork) = (await portfolio.Now(ct), await reservations.Open(ct));
        var told = await external.Now(ct);
        InstrumentId[] own = [.. held.Instruments.Concat(atWork.SelectMany(r => r.Instruments))];
        InstrumentId[] factors = [.. options.FactorInstruments.Select(factor => factor.Instrument)];
        var snapshot = await market.For(own.Concat(told.Instruments).Concat(factors).Distinct().Order(), ct);
        var others = told.Listed(snapshot);
        var ids = own.Concat(others.Instruments).Distinct().Order().ToArray();
        if (Valuation.Of(held, snapshot, options.Base).Value is not { NetAssetValue: > 0m } value) return null;
        if (BookExposure.Of(held, atWork, others, snapshot, options.Base) is not { } book) return null;
        var series = await closes.Daily([.. ids.Concat(factors).Distinct()], options.HistoryDays * 3 / 2 + 1, ct);
        var history = ReturnHistory.From([.. series.Where(one => ids.Contains(one.Instrument))], options.HistoryDays);
        var measured = new MeasuredBook(book, snapshot, history, value.NetAssetValue, options.MinimumHistoryDays);
        var liquidity = (await Volumes(ids, ct)).ToImmutableSortedDictionary(one => one.Instrument, one => AssetLiquidity.Of(
            book.Asset(one.Instrument), snapshot.Value(one.Instrument, 1m, options.Base) ?? 0m, one, options.Participation));
        return Report(held, measured, liquidity, FitFactors.Of(ids, measured, series, options)) with
        {
            External = External(told, snapshot),
        };
    }

    private async ValueTask<IReadOnlyList<DailyVolumes>> Volumes(InstrumentId[] ids, CancellationToken ct)
    {
        // The day that still runs is not whole, and an average of long ago is none: two days in three are traded.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await volumes.Daily(ids, today.AddDays(-(options.VolumeDays * 3 / 2) - 10), today, options.VolumeDays, ct);
    }

    private RiskReport Report(
        PortfolioSnapshot held,
        MeasuredBook book,
        ImmutableSortedDictionary<InstrumentId, AssetLiquidity> liquidity,
        BookFactors factors)
    {
        var (signed, market) = (book.Signed, book.Market);
        return new RiskReport(
            options.Base,
            book.NetAssetValue,
            book.Exposure.Gross,
            book.Exposure.Net,
            book.Of(sample => TailRisk.HistoricalVar(sample, 0.95)),
            book.Of(sample => TailRisk.HistoricalCvar(sample, 0.95)),
            book.Of(sample => TailRisk.HistoricalVar(sample, 0.99)),
            book.Of(sample => TailRisk.HistoricalCvar(sample, 0.99)),
            book.Of(Volatility),
            book.History.Length,
            [.. book.Assets.Select(one => Asset(book, one.Key, one.Value, liquidity[one.Key], factors))],
            Buckets(signed.Select(one => (market.Find(one.Key)?.AssetClass.ToString().ToLowerInvariant() ?? "unknown", one.Value))),
            Buckets(signed.Select(one => (SectorExposure.Of(market.Find(one.Key)), one.Value))),
            Buckets(book.Exposure.Pairs.Values.SelectMany(pair => pair.Values.Select(one => (pair.PairId, one.Value)))),
            [.. held.Cash.Values.Select(account => Cash(account, market))])
        {
            Behaviour = book.Results is null ? null : BookBehaviour.Of(book.Results, options.TradingDaysPerYear),
            Concentration = Concentration.Of([.. signed.Values.Select(value => NumberBridge.ToDouble(value))]),
            Factors = factors,
            Liquidity = BookLiquidity.Of(book, liquidity, options),
        };
    }

    private static AssetRisk Asset(
        MeasuredBook book, InstrumentId id, AssetExposure exposure, AssetLiquidity liquidity, BookFactors factors)
    {
        var instrument = book.Market.Find(id);
        var value = book.Signed.GetValueOrDefault(id);
        var alone = book.IsMeasured ? book.History.Results([new(id, exposure.Farthest)], book.NetAssetValue) : null;
        return new AssetRisk(
            id,
            instrument?.AssetClass,
            SectorExposure.Of(instrument),
            instrument?.Currency,
            value,
            exposure.Worst,
            alone is null ? null : TailRisk.HistoricalCvar(alone, 0.95))
        {
            Share = book.Tail is { } tail
                ? AssetShare.Of(book.History.Of(id), NumberBridge.ToDouble(value / book.NetAssetValue), book.Results, tail)
                : null,
            Factors = factors.Assets.GetValueOrDefault(id, AssetFactors.Unknown),
            Liquidity = alone is null ? liquidity : liquidity.With(alone),
        };
    }

    private CashRisk Cash(CashAccount account, MarketSnapshot market) => new(
        account.Currency, account.Balance, market.Fx.Convert(new Money(account.Balance, account.Currency), options.Base));

    private ImmutableArray<ExternalRisk> External(ExternalBook told, MarketSnapshot snapshot)
    {
        decimal? Value(InstrumentId id, decimal quantity) => snapshot.Value(id, quantity, options.Base);
        return
        [
            .. told.Positions.Select(one => new ExternalRisk(
                one.Venue, one.Account, one.Instrument, null, one.Quantity, Value(one.Instrument, one.Quantity))),
            .. told.Orders.Select(one => new ExternalRisk(
                one.Venue, one.Account, one.Instrument, one.Id, one.SignedLeaves, Value(one.Instrument, one.SignedLeaves))),
        ];
    }

    private double Volatility(double[] results)
    {
        var mean = results.Average();
        return Math.Sqrt(results.Sum(one => (one - mean) * (one - mean)) / (results.Length - 1) * options.TradingDaysPerYear);
    }

    private static ImmutableArray<ExposureBucket> Buckets(IEnumerable<(string Name, decimal Value)> values) =>
    [
        .. values.GroupBy(one => one.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ExposureBucket(group.Key, group.Sum(one => Math.Abs(one.Value)), group.Sum(one => one.Value))),
    ];
}
