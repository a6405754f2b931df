using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

public sealed class PostgresPortfolioMarks(DbSession session) : IPortfolioMarks
{
    private const string Columns = """
        feed, interval, marked_at, currency, cash, gross_exposure, net_exposure, realized_pnl, unrealized_pnl, commissions, open_positions,
        peak, day_open, breaker_peak, breaker_day_open, borrow, funding
        """;

    private const string Select = """
        SELECT feed, interval, marked_at AS MarkedAt, currency, cash, gross_exposure AS GrossExposure, net_exposure AS NetExposure,
            realized_pnl AS RealizedPnl, unrealized_pnl AS UnrealizedPnl, commissions, open_positions AS OpenPositions,
            peak, day_open AS DayOpen, breaker_peak AS BreakerPeak, breaker_day_open AS BreakerDayOpen,
            borrow, funding
        FROM portfolio_mark
        """;

    public async ValueTask<PortfolioMark?> Last(CancellationToken ct) => (await session.Row<PortfolioMarkRow>(Select, null, ct))?.ToMark();

    public async ValueTask Save(PortfolioMark mark, CancellationToken ct) => await session.Execute(
        $"""
        INSERT INTO portfolio_mark ({Columns})
        VALUES (@Feed, @Interval, @MarkedAt, @Currency, @Cash, @GrossExposure, @NetExposure, @RealizedPnl, @UnrealizedPnl, @Commissions,
            @OpenPositions, @Peak, @DayOpen, @BreakerPeak, @BreakerDayOpen, @Borrow, @Funding)
        ON CONFLICT (one_row) DO UPDATE SET ({Columns}) =
            (@Feed, @Interval, @MarkedAt, @Currency, @Cash, @GrossExposure, @NetExposure, @RealizedPnl, @UnrealizedPnl, @Commissions,
            @OpenPositions, @Peak, @DayOpen, @BreakerPeak, @BreakerDayOpen, @Borrow, @Funding)
        """,
        PortfolioMarkRow.Of(mark),
        ct);
}
