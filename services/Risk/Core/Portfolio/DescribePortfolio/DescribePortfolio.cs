using Superintel.Risk.Exposure;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Market;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.DescribePortfolio;

/// <summary>Tells what is held and what it is worth.</summary>
public sealed class DescribePortfolio(
    ReadPortfolio portfolio, ReadMarket market, ICloses closes, IPortfolioMarks marks, RiskOptions options)
{
    private const double Confidence = 0.95;

    /// <returns>Null while something held cannot be priced.</returns>
    public async ValueTask<PortfolioReport?> Report(CancellationToken ct)
    {
        var book = await portfolio.Now(ct);
        var instruments = book.Open.Select(p => p.Key.Instrument).Distinct().ToArray();
        var snapshot = await market.For(instruments, ct);
        if (Valuation.Of(book, snapshot, options.Base).Value is not { } value) return null;
        var mark = await marks.Last(ct);
        var peak = Math.Max(mark?.Peak ?? options.InitialCapital, value.NetAssetValue);
        var daily = await closes.Daily(instruments, options.HistoryDays * 3 / 2 + 1, ct);
        var drawdown = peak > 0m ? (peak - value.NetAssetValue) / peak : 0m;
        return new PortfolioReport(value, drawdown, Cvar(book, snapshot, daily, value.NetAssetValue), mark?.At);
    }

    /// <summary>Open positions, ordered by pair and instrument.</summary>
    public async ValueTask<IReadOnlyList<PositionReport>> Positions(CancellationToken ct)
    {
        var book = await portfolio.Now(ct);
        var snapshot = await market.For(book.Open.Select(p => p.Key.Instrument), ct);
        return [.. book.Open.Select(p => new PositionReport(p, snapshot.Last(p.Key.Instrument)?.Close))];
    }

    private double? Cvar(PortfolioSnapshot book, MarketSnapshot snapshot, IReadOnlyList<DailyCloses> daily, decimal netAssetValue)
    {
        if (!book.Open.Any()) return 0;
        var history = ReturnHistory.From(daily, options.HistoryDays);
        if (netAssetValue <= 0m || history.Length < options.MinimumHistoryDays) return null;
        return BookExposure.Of(book, [], ExternalBook.None, snapshot, options.Base) is { } exposure
            ? TailRisk.HistoricalCvar(history.Results(exposure, netAssetValue), Confidence)
            : null;
    }
}
