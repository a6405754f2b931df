using Superintel.Kernel;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

internal sealed record PortfolioMarkRow
{
    public string Feed { get; init; } = "";

    public string Interval { get; init; } = "";

    public DateTimeOffset MarkedAt { get; init; }

    public string Currency { get; init; } = "";

    public decimal Cash { get; init; }

    public decimal GrossExposure { get; init; }

    public decimal NetExposure { get; init; }

    public decimal RealizedPnl { get; init; }

    public decimal UnrealizedPnl { get; init; }

    public decimal Commissions { get; init; }

    public decimal Borrow { get; init; }

    public decimal Funding { get; init; }

    public int OpenPositions { get; init; }

    public decimal Peak { get; init; }

    public decimal DayOpen { get; init; }

    public decimal BreakerPeak { get; init; }

    public decimal BreakerDayOpen { get; init; }

    public static PortfolioMarkRow Of(PortfolioMark mark) => new()
    {
        Feed = mark.Feed,
        Interval = mark.Interval,
        MarkedAt = mark.At,
        Currency = mark.Value.Currency.Code,
        Cash = mark.Value.Cash,
        GrossExposure = mark.Value.GrossExposure,
        NetExposure = mark.Value.NetExposure,
        RealizedPnl = mark.Value.RealizedPnl,
        UnrealizedPnl = mark.Value.UnrealizedPnl,
        Commissions = mark.Value.Commissions,
        Borrow = mark.Value.Borrow,
        Funding = mark.Value.Funding,
        OpenPositions = mark.Value.OpenPositions,
        Peak = mark.Peak,
        DayOpen = mark.DayOpen,
        BreakerPeak = mark.BreakerPeak,
        BreakerDayOpen = mark.BreakerDayOpen,
    };

    public PortfolioMark ToMark() => new(
        Feed,
        Interval,
        MarkedAt,
        new PortfolioValue(
            new Currency(Currency), Cash, GrossExposure, NetExposure, RealizedPnl, UnrealizedPnl, Commissions, OpenPositions)
        {
            Borrow = Borrow,
            Funding = Funding,
        },
        Peak,
        DayOpen,
        BreakerPeak,
        BreakerDayOpen);
}
