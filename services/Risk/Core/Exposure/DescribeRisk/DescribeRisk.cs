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
    RiskOptions options)
{
    /// <returns>Null while something held cannot be priced.</returns>
    public async ValueTask<RiskReport?> Handle(CancellationToken ct)
    {
        var (held, atWork) = (await portfolio.Now(ct), await reservations.Open(ct));
        var told = await external.Now(ct);
        InstrumentId[] own = [.. held.Instruments.Concat(atWork.SelectMany(r => r.Instruments))];
        var snapshot = await market.For(own.Concat(told.Instruments).Distinct().Order(), ct);
        var others = told.Listed(snapshot);
        var ids = own.Concat(others.Instruments).Distinct().Order().ToArray();
        if (Valuation.Of(held, snapshot, options.Base).Value is not { NetAssetValue: > 0m } value) return null;
        if (BookExposure.Of(held, atWork, others, snapshot, options.Base) is not { } book) return null;
        var history = ReturnHistory.From(await closes.Daily(ids, options.HistoryDays * 3 / 2 + 1, ct), options.HistoryDays);
        var report = Report(held, snapshot, book, history, value.NetAssetValue);
        return report with { External = External(told, snapshot) };
    }

    private RiskReport Report(
        PortfolioSnapshot held, MarketSnapshot snapshot, BookExposure book, ReturnHistory history, decimal netAssetValue)
    {
        var measured = book.Assets.Count == 0 || (history.Length >= options.MinimumHistoryDays && history.Covers(book.Assets.Keys));
        var results = measured && book.Assets.Count > 0 ? history.Results(book, netAssetValue) : null;
        double? Of(Func<double[], double> measure) => results is not null ? measure(results) : measured ? 0 : null;
        var signed = Signed(book);
        var tail = results is null ? null : new BookTail(results, 0.95);
        return new RiskReport(
            options.Base,
            netAssetValue,
            book.Gross,
            book.Net,
            Of(sample => TailRisk.HistoricalVar(sample, 0.95)),
            Of(sample => TailRisk.HistoricalCvar(sample, 0.95)),
            Of(sample => TailRisk.HistoricalVar(sample, 0.99)),
            Of(sample => TailRisk.HistoricalCvar(sample, 0.99)),
            Of(Volatility),
            history.Length,
            [.. book.Assets.Select(one => Asset(one.Key, one.Value))],
            Buckets(signed.Select(one => (snapshot.Find(one.Key)?.AssetClass.ToString().ToLowerInvariant() ?? "unknown", one.Value))),
            Buckets(signed.Select(one => (SectorExposure.Of(snapshot.Find(one.Key)), one.Value))),
            Buckets(book.Pairs.Values.SelectMany(pair => pair.Values.Select(one => (pair.PairId, one.Value)))),
            [.. held.Cash.Values.Select(Cash)])
        {
            Behaviour = results is null ? null : BookBehaviour.Of(results, options.TradingDaysPerYear),
            Concentration = Concentration.Of([.. signed.Values.Select(value => NumberBridge.ToDouble(value))]),
        };

        AssetRisk Asset(InstrumentId id, AssetExposure exposure)
        {
            var instrument = snapshot.Find(id);
            double? cvar = measured ? TailRisk.HistoricalCvar(history.Results([new(id, Signed(exposure))], netAssetValue), 0.95) : null;
            return new AssetRisk(
                id,
                instrument?.AssetClass,
                SectorExposure.Of(instrument),
                instrument?.Currency,
                signed.GetValueOrDefault(id),
                exposure.Worst,
                cvar)
            {
                Share = tail is null
                    ? null
                    : AssetShare.Of(history.Of(id), NumberBridge.ToDouble(signed.GetValueOrDefault(id) / netAssetValue), results, tail),
            };
        }

        CashRisk Cash(CashAccount account) => new(
            account.Currency, account.Balance, snapshot.Fx.Convert(new Money(account.Balance, account.Currency), options.Base));
    }

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

    private static decimal Signed(AssetExposure exposure) =>
        Math.Abs(exposure.Upper) >= Math.Abs(exposure.Lower) ? exposure.Upper : exposure.Lower;

    private static SortedDictionary<InstrumentId, decimal> Signed(BookExposure book)
    {
        var signed = new SortedDictionary<InstrumentId, decimal>();
        foreach (var (id, value) in book.Pairs.Values.SelectMany(pair => pair.Values)) signed[id] = signed.GetValueOrDefault(id) + value;
        return signed;
    }

    private static ImmutableArray<ExposureBucket> Buckets(IEnumerable<(string Name, decimal Value)> values) =>
    [
        .. values.GroupBy(one => one.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ExposureBucket(group.Key, group.Sum(one => Math.Abs(one.Value)), group.Sum(one => one.Value))),
    ];
}
