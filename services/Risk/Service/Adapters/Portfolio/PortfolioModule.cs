using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.AccrueCarry;
using Superintel.Risk.Portfolio.ApplyFill;
using Superintel.Risk.Portfolio.DescribePortfolio;
using Superintel.Risk.Portfolio.MarkToMarket;
using Superintel.Risk.Portfolio.Ports;
using Superintel.Risk.Service.Adapters.Portfolio.Postgres;
using Superintel.Risk.Stress.GatherBook;
using Superintel.Risk.Stress.RunStress;

namespace Superintel.Risk.Service.Adapters.Portfolio;

/// <summary>Fills, positions, cash and their value.</summary>
public static class PortfolioModule
{
    public static IServiceCollection AddPortfolio(this IServiceCollection services) => services
        .AddScoped<IFills, PostgresFills>()
        .AddScoped<IPositions, PostgresPositions>()
        .AddScoped<ICash, PostgresCash>()
        .AddScoped<IPortfolioMarks, PostgresPortfolioMarks>()
        .AddScoped<IAccruals, PostgresAccruals>()
        .AddScoped<ReadPortfolio>()
        .AddScoped<DescribePortfolio>()
        .AddScoped<DescribeRisk>()
        .AddScoped<ReadHeld>()
        .AddScoped<RunStress>()
        .AddScoped<AccrueCarry>()
        .AddScoped<GatherBook>()
        .AddScoped<IHandle<OrderFilled>, ApplyFill>()
        .AddScoped<IHandle<FillCorrected>, ApplyFill>()
        .AddScoped<IHandle<CommissionBooked>, ApplyFill>()
        .AddScoped<IHandle<BarClosed>, AccrueCarry>()
        .AddScoped<IHandle<BarClosed>, MarkToMarket>();
}
