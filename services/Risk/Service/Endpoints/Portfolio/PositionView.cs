using Superintel.Risk.Portfolio.DescribePortfolio;

namespace Superintel.Risk.Service.Endpoints.Portfolio;

/// <param name="Quantity">Signed, units.</param>
/// <param name="LastPrice">Null when there is no close.</param>
public sealed record PositionView(
    string PairId,
    string InstrumentId,
    decimal Quantity,
    decimal AveragePrice,
    decimal? LastPrice,
    string Currency,
    decimal? MarketValue,
    decimal? UnrealizedPnl,
    decimal RealizedPnl,
    DateTimeOffset OpenedAt)
{
    public static PositionView Of(PositionReport report) => new(
        report.Position.Key.PairId,
        report.Position.Key.Instrument.ToString(),
        report.Position.Quantity,
        report.Position.AveragePrice,
        report.LastPrice,
        report.Position.Currency.Code,
        report.MarketValue,
        report.UnrealizedPnl,
        report.Position.RealizedPnl,
        report.Position.OpenedAt);
}
